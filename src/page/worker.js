// Plays in slices, off the page's thread: the runtime of the compiled classes stands before it. A new job ends the one before.
(() => {
  /** Repetitions that are played together anyway. */
  const BLOCK = 8;
  /** Milliseconds of a slice: less is spent on telling, more makes a change wait. */
  const SHORT = 25;
  const LONG = 60;
  /** What the classes export: see kelvin.page.TradeOff. */
  let ready;
  const core = new Promise(resolve => {
    ready = resolve;
  });
  let last = 0;
  /** The job that is open. */
  let playing;
  const pause = () => new Promise(resolve => setTimeout(resolve, 0));

  /** Opens a job with learners of its own, which are looked into or not. */
  function open(play, job, learners, inside) {
    play.open(job.ones, job.arms, job.horizon, job.seed, inside);
    learners.forEach(([kind, number, label]) => play.add(kind, number, label));
  }

  /** What a learner does step by step; that of the single run is at −1. */
  const quantities = (play, i) => [0, 1, 2, 3, 4].map(what => play.inside(i, what));

  /** Tells of one run of each learner alone; the job goes on as if it had not. */
  function single(play, job, run) {
    postMessage({
      id: job.id,
      run,
      single: job.learners.map(([kind, number, label]) => {
        play.alone(kind, number, label, run);
        return quantities(play, -1);
      })
    });
  }

  /** Plays all repetitions, and tells after each slice of a few; false if another job came. */
  async function slices(play, job, tell) {
    let slice = BLOCK;
    for (let done = 0; done < job.repetitions;) {
      const start = performance.now();
      done = Math.min(done + slice, job.repetitions);
      play.play(done);
      tell(done);
      const took = performance.now() - start;
      slice = took < SHORT ? 2 * slice : took > LONG ? Math.max(BLOCK, slice / 2) : slice;
      await pause();
      if (job.id !== last) {
        return false;
      }
    }
    return true;
  }

  async function run(job) {
    const play = await core;
    if (job.id !== last) {
      return;
    }
    playing = job;
    open(play, job, job.learners, false);
    single(play, job, job.run);
    if (!job.again) {
      const whole = await slices(play, job, done => postMessage({
        id: job.id,
        repetitions: done,
        steps: play.steps(),
        inside: job.learners.map((_, i) => quantities(play, i)),
        curves: job.learners.flatMap((_, i) => [0, 1, 2].map(k => ({ mean: play.mean(3 * i + k), margin: play.margin(3 * i + k) })))
      }));
      if (!whole) {
        return;
      }
      postMessage({ id: job.id, csv: play.csv() });
    }
    if (job.traced >= 0) {
      open(play, job, [job.learners[job.traced]], true);
      const whole = await slices(play, job, done => postMessage({ id: job.id, traces: done, traced: quantities(play, 0) }));
      if (!whole) {
        return;
      }
    }
    open(play, job, job.sweep, false);
    await slices(play, job, done => postMessage({
      id: job.id,
      swept: done,
      points: job.sweep.map((_, i) => [play.mean(3 * i).at(-1), play.margin(3 * i).at(-1)])
    }));
  }

  onmessage = ({ data }) => {
    if (data.classes) {
      ready(TeaVM.wasmGC.load(new Uint8Array(data.classes)).then(loaded => loaded.exports));
    } else if (data.run !== undefined && data.learners === undefined) {
      if (playing?.id === data.id) {
        core.then(play => single(play, playing, data.run)).catch(problem => postMessage({ id: data.id, problem: String(problem) }));
      }
    } else {
      last = data.id;
      run(data).catch(problem => postMessage({ id: data.id, problem: String(problem) }));
    }
  };
})();
