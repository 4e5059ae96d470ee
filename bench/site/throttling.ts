// A slow computer on a slow line, by the browser's own protocol: the page and every worker that it starts.
import type { CDPSession, Page } from '@playwright/test';

export interface Throttle {
  /** How many times slower the processor is. */
  cpu: number;
  megabits: number;
}
export const THROTTLE: Throttle = { cpu: 4, megabits: 10 };

const networkOf = ({ megabits }: Throttle) => ({
  offline: false,
  // Without any, Chromium now and then never delivers a file.
  latency: 1,
  downloadThroughput: (megabits * 1e6) / 8,
  uploadThroughput: (megabits * 1e6) / 8
});

/** A worker has a line of its own in the protocol: it is held until it is slowed down as well. */
async function throttleWorkers(session: CDPSession, by: Throttle): Promise<void> {
  let id = 0;
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const tell = (method: string, params: object) => {
      id += 1;
      return session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params })
      });
    };
    void tell('Network.emulateNetworkConditions', networkOf(by))
      .then(() => tell('Runtime.runIfWaitingForDebugger', {}))
      // A page that is closed meanwhile has nothing left to slow down.
      .catch(() => undefined);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false
  });
}

/**
 * Must be called before the page is opened. The line is slowed down without listening to it: to be told of each of an engine's
 * thousands of pieces would take as long as a tenth of its coming.
 */
export async function throttle(page: Page, by: Throttle = THROTTLE): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', networkOf(by));
  await session.send('Emulation.setCPUThrottlingRate', { rate: by.cpu });
  await throttleWorkers(session, by);
}
