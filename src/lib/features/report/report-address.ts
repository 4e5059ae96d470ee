// Address of the report: what the page shows, `/bilan/?vue=parcours`.
import { pageOf } from '$lib/pages/register.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { words } from '$lib/session/kit/address-kinds.ts';

/** The answers and the pathways are read on screen; the written report and the public page are pages to print. */
export type ReportView = 'answers' | 'paths' | OutputView;
export type OutputView = 'written' | 'public';

export interface ReportAddress {
  view: ReportView;
}

export const reportAddress = addressCodec<ReportAddress>({
  view: param(
    'vue',
    words({ answers: 'reponses', paths: 'parcours', written: 'rapport', public: 'publique' }),
    'answers'
  )
});

/** Under the base of the site. */
export const outputAddress = (view: OutputView): string =>
  `${pageOf('report').path}/?${String(reportAddress.write({ view }))}`;
