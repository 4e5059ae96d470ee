// Reads `tables/dashboard.json`, or says why it cannot be used.
import { DASHBOARD_VERSION, type Dashboard } from './dashboard.ts';

type DashboardFault = 'missing' | 'unreadable' | 'other-version';

export class DashboardError extends Error {
  readonly fault: DashboardFault;
  constructor(fault: DashboardFault, options?: { cause?: unknown }) {
    super(`dashboard.json: ${fault}`, options);
    this.name = 'DashboardError';
    this.fault = fault;
  }
}

/** @throws {DashboardError} when the text is cut short, foreign, or of another version */
export function parseDashboard(text: string): Dashboard {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new DashboardError('unreadable', { cause });
  }
  const { version, schools, years } = (value ?? {}) as Partial<Dashboard>;
  if (version !== DASHBOARD_VERSION) throw new DashboardError('other-version');
  if (!Array.isArray(schools) || !Array.isArray(years) || years.length === 0) {
    throw new DashboardError('unreadable');
  }
  return value as Dashboard;
}
