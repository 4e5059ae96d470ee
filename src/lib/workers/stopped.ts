// How a call of a worker ends when the page gives it up: apart from the library of calls, which comes with the first worker.
/** The page terminated the worker before it answered. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
