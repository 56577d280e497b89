/** So long a worker may take to save a language; then it is as if it had said no. */
const PATIENCE_MS = 120_000;

/**
 * Asks the worker; null where it cannot do it or does not answer.
 * @param {ServiceWorker} worker
 * @param {object} message
 * @returns {Promise<any>}
 */
export function askWorker(worker, message, patience = PATIENCE_MS) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    setTimeout(() => done(null), patience);
    worker.postMessage(message, [port2]);
  });
}
