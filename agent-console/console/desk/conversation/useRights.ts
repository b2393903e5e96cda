/** What may be done with a conversation now, or why not: by role, by who has her, by the line. Undefined means yes. */
import type { QueueRow, SignedIn } from '../../../../bot/console/contract.js';
import type { LinkState } from '../../live/link.js';
import { isMine, isUntaken } from '../../live/order.js';
import { may } from '../../../../bot/console/rights.js';
import { useDesk, useSay, useStore } from '../../look/app.js';
import type { Say } from '../../words/words.js';

export interface Rights {
  /** False: not even the buttons are shown. */
  attends: boolean;
  isMine: boolean;
  take: string | undefined;
  /** Taking her is accepting what a colleague offers. */
  accepts: boolean;
  /** She was offered, to her or by her. */
  decline: string | undefined;
  /** Taking her is taking over from a colleague, which is asked first. */
  takesOver: boolean;
  release: string | undefined;
  end: string | undefined;
  close: string | undefined;
  transfer: string | undefined;
  emergency: string | undefined;
  discard: string | undefined;
  /** What only needs the line: labels, silence, notes. */
  line: string | undefined;
  /** What only the one who has her does: risk, calls, outcomes. */
  own: string | undefined;
  /** What a telephone does by itself, with a line or without: whose calls they are. */
  phone: string | undefined;
}

export function useRights(row: QueueRow): Rights {
  const desk = useDesk();
  return rightsOf(row, desk.me, useStore(desk.link.state).kind, useSay());
}

export function rightsOf(row: QueueRow, { roles, id }: SignedIn['user'], kind: LinkState['kind'], t: Say): Rights {
  const line = kind === 'online' ? undefined : t('reason.offline');
  const mine = isMine(row, id);
  const owner = row.owner.name ?? '';
  const notMine = mine ? undefined : isUntaken(row) ? t('reason.take_first') : t('reason.owned', { name: owner });
  const own = line ?? notMine;
  const inEmergency = row.emergency === 'idle' ? undefined : t('reason.emergency_open');
  const mayMove = may(roles, 'reassign');
  const reassigns = mayMove ? undefined : notMine;
  const accepts = row.offer?.to === id;
  const isOthers = !mine && !isUntaken(row);
  return {
    attends: may(roles, 'attend'),
    isMine: mine,
    accepts,
    decline: line ?? (accepts || (mine && row.offer) ? undefined : t('reason.no_offer')),
    take: line ?? (isOthers && !mayMove && !accepts ? t('reason.owned', { name: owner }) : undefined),
    takesOver: isOthers && mayMove && !accepts,
    release: own ?? inEmergency,
    end: own ?? inEmergency,
    close: own ?? inEmergency,
    transfer: line ?? reassigns,
    emergency: line,
    discard: own,
    line,
    own,
    phone: notMine,
  };
}
