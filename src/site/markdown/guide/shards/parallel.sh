#!/usr/bin/env bash
# An experiment in 16 shards over ssh by GNU parallel, on machines without a common folder: jar and file are sent, the shards come
# back. nodes.txt names a machine per line, as ssh does; Java has to be on each:
#   parallel.sh my.yaml nodes.txt
#   java -jar kelvin.jar merge shards/* --results results
set -euo pipefail
name=$(basename "$1" .yaml)
seq 16 | parallel --sshloginfile "$2" --basefile kelvin.jar --basefile "$1" --return shards/{}/"$name".shards --cleanup \
  --joblog shards.log --resume-failed --retries 3 \
  "java -jar kelvin.jar run $1 --shard {}/16 --threads 1 --results shards/{} </dev/null"
