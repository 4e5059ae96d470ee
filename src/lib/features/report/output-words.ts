// The outputs of the report and the control that each passed, in words.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ExitRecord } from '$lib/model/report/exit-record';

const OUTPUTS: Record<ExitRecord['output'], () => string> = {
  'state-workbook': m.report_out_state_title,
  'written-report': m.report_out_written_title,
  'public-page': m.report_out_public_title,
  'own-model': m.report_register_own_model,
  figure: m.report_register_figure
};
const GATES: Record<ExitRecord['gate'], () => string> = {
  state: m.report_gate_state,
  internal: m.report_gate_internal,
  public: m.report_gate_public
};

export const outputName = (output: ExitRecord['output']): string => OUTPUTS[output]();
export const gateName = (gate: ExitRecord['gate']): string => GATES[gate]();
