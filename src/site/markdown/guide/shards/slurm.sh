#!/usr/bin/env bash
# An experiment in shards, a Slurm job array of 16 tasks with a folder that all nodes see:
#   jobs=$(sbatch --parsable slurm.sh my.yaml shared)
#   sbatch --dependency=afterok:"$jobs" --wrap 'java -jar kelvin.jar merge shared --results results'
#SBATCH --job-name=kelvin
#SBATCH --array=1-16
#SBATCH --cpus-per-task=1
#SBATCH --time=04:00:00
#SBATCH --requeue
set -euo pipefail
exec java -jar "${KELVIN_JAR:-kelvin.jar}" run "$1" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --threads "${SLURM_CPUS_PER_TASK:-1}" --results "$2"
