// Two files of one territory put together in this tab: the one that is open and another. It outlives the pages, which are made anew with the union.
import type { MergePlan, MergeSideName } from '$lib/engines/merge/index.ts';
import { UnusableInput } from '$lib/model/findings.ts';
import { withMergedKept, type MaillageContent } from '$lib/storage/maillage/index.ts';
import type { Rechecked, RecheckRequest } from '$lib/workers/build/protocol.ts';
import { buildClient } from '$lib/workers/territory-clients.ts';
import { folderContent, replaceFolder, saveFacts } from './folder-file.ts';
import { folderLock } from './folder-lock.svelte.ts';
import type { TerritoryProject } from './project.svelte.ts';

/** Two files, before anything is decided. */
export interface TwoFolders {
  own: MaillageContent;
  other: MaillageContent;
  /** `a`: the folder that is open; `b`: the other file. */
  plan: MergePlan;
  /** Name of the other file. */
  name: string;
  /** `markOf` the other file: once both are together, nothing of it is lost. */
  mark?: string;
}

/**
 * How a file stands beside the folder that is open. `elsewhere`: none is open, or it is of another territory or PRE; `audience`: one is public and
 * the other internal; `damaged`: in part; `whole`: it has all that is open; `former`: all that it has is open.
 */
export type FileBeside = 'elsewhere' | 'audience' | 'damaged' | 'whole' | 'former' | TwoFolders;

/** What a union told. */
export interface DoneUnion {
  rechecked: readonly Rechecked[];
  /** Its tables are still those of one of the two: a file is missing to build them again. */
  isStale: boolean;
  /** Comes back to what was open. */
  back: () => Promise<void>;
}

/** Files that are read to check a union. */
const CHECKED =
  /^(?:graph\/(?:split|team|meetings)\.json|tables\/(?:dashboard|programme)\.json|downloads\/cube\.json)$/;

const checkedOf = (content: MaillageContent): MaillageContent => ({
  ...content,
  files: new Map([...content.files].filter(([path]) => CHECKED.test(path))),
  sources: content.sources.filter(({ name }) => name.endsWith('/cube.json'))
});

const sirenOf = ({ config }: MaillageContent) => String((config as { siren?: unknown }).siren);
const textOf = (content: MaillageContent) =>
  JSON.stringify([content.config, content.kept, content.sources.map(({ name, sha256 }) => [name, sha256])]);

const isWhole = ({ plan }: TwoFolders, side: MergeSideName) =>
  plan.proposals.length === 0 && plan.taken[side] === 0;

async function planned(own: MaillageContent, other: MaillageContent, name: string): Promise<TwoFolders> {
  const [{ planMerge }, { wholeParts }] = await Promise.all([
    import('$lib/engines/merge/index.ts'),
    import('$lib/storage/maillage/whole-parts.ts')
  ]);
  const [a, b] = [wholeParts(own, sirenOf(own), ''), wholeParts(other, sirenOf(own), name)];
  return { own, other, name, plan: planMerge(a, b) };
}

export class Union {
  /** On screen, to be decided. */
  two: TwoFolders | null = $state.raw(null);
  /** Names of the counts that both, published, let be found again together; null while it is not known. */
  open: readonly string[] | null = $state.raw(null);
  /** Why that could not be looked for; empty otherwise. */
  auditFault = $state('');
  done: DoneUnion | null = $state.raw(null);

  /** @throws UnusableInput where the file holds what this version does not read */
  async beside(project: TerritoryProject, other: MaillageContent, name: string): Promise<FileBeside> {
    const { config } = project;
    if (!project.built || !config) return 'elsewhere';
    const [own, theirs] = [config, other.config as typeof config];
    const places = [own, theirs].map(({ siren, pre }) => JSON.stringify([siren, pre ?? null]));
    if (places[0] !== places[1]) return 'elsewhere';
    if ((own['profile'] === 'internal') !== (theirs['profile'] === 'internal')) return 'audience';
    if (other.damaged?.length) return 'damaged';
    const two = await planned(await folderContent(project, { sources: 'same' }), other, name);
    if (isWhole(two, 'a')) return 'whole';
    return isWhole(two, 'b') ? 'former' : two;
  }

  /** Shows two files, and looks for what both have published. */
  async show(two: TwoFolders): Promise<void> {
    Object.assign(this, { two, open: null, auditFault: '', done: null });
    try {
      const { open } = await this.#recheck(two, null);
      if (this.two === two) this.open = open;
    } catch (error) {
      if (this.two === two) this.auditFault = error instanceof Error ? error.message : String(error);
    }
  }

  leave(): void {
    this.two = null;
  }

  /**
   * Puts both together, in the place of what is open.
   *
   * @param decisions by proposal; the others are kept to be decided
   * @param by function of who does
   * @returns false: the folder has changed since it was compared, and is compared again
   * @throws UnusableInput, UnsafeTerritory: what was open is open again
   */
  async join(
    project: TerritoryProject,
    decisions: Readonly<Record<string, MergeSideName>>,
    by: string
  ): Promise<boolean> {
    const { two } = this;
    if (!two) return true;
    const own = await folderContent(project, { sources: 'same' });
    if (textOf(own) !== textOf(two.own)) {
      await this.show({
        ...(await planned(own, two.other, two.name)),
        ...(two.mark !== undefined && { mark: two.mark })
      });
      return false;
    }
    const { content, mayStayStale } = await unionOf(two, decisions, by);
    const { files, unsaved } = project;
    const lock = folderLock();
    // The union goes where the file that was open stood.
    const { opened, seen } = lock;
    const putBack = await replaceFolder(project, content, lock.passphrase, own);
    Object.assign(lock, { opened, seen });
    if (two.mark !== undefined) lock.see(two.mark);
    const back = async () => {
      await putBack();
      Object.assign(lock, { opened, seen });
      Object.assign(project, { files, unsaved });
      Object.assign(this, { done: null });
    };
    const { refusal, unsafe, failure } = project;
    const isStale = refusal?.code === 'folder-incomplete' && mayStayStale;
    if (!isStale && (refusal || unsafe.length > 0 || failure)) {
      await back();
      throw refusal ? new UnusableInput(refusal) : new Error([...unsafe, failure ?? ''].join(' '));
    }
    project.unsaved = true;
    const union = { ...content, files: project.built?.files ?? content.files };
    const { rechecked, open } = await this.#recheck(two, union);
    Object.assign(this, { two: null, open, done: { rechecked, isStale, back } });
    return true;
  }

  #recheck = ({ own, other }: TwoFolders, union: MaillageContent | null) => {
    const [a, b] = [checkedOf(own), checkedOf(other)];
    const request: RecheckRequest = { a, b, union: union && checkedOf(union), siren: sirenOf(own) };
    return buildClient().recheck(request);
  };
}

/** What the two make; its tables are those of one of them, or are built again. */
async function unionOf(
  { own, other, plan, name }: TwoFolders,
  decisions: Readonly<Record<string, MergeSideName>>,
  by: string
): Promise<{ content: MaillageContent & { stale: boolean }; mayStayStale: boolean }> {
  const [{ applyMerge, mergedSources }, { refuseUnread }] = await Promise.all([
    import('$lib/engines/merge/index.ts'),
    import('$lib/storage/maillage/whole-parts.ts')
  ]);
  const merged = applyMerge(plan, decisions, saveFacts(by));
  refuseUnread(merged.kept, sirenOf(own), name);
  const [tables] = merged.tablesOf;
  const [same] = merged.protectedAs;
  const content = {
    config: merged.config,
    files: { a: own, b: other }[tables ?? same ?? 'a'].files,
    sources: mergedSources({ a: own.sources, b: other.sources }, merged),
    kept: withMergedKept(merged.kept, sirenOf(own)),
    created: [own.created, other.created].sort()[0]!,
    saved: new Date().toISOString(),
    history: merged.history,
    stale: tables === undefined
  };
  return { content, mayStayStale: same !== undefined };
}

let instance: Union | null = null;

/** That of this tab. */
export const union = (): Union => (instance ??= new Union());
