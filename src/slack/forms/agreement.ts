import type { ModalView } from '@slack/types';
import type { Audience } from '../../domain/check-in';
import type { Cadence } from '../../domain/cadence';
import { AGREED_TEXT_LIMIT, type Terms } from '../../domain/pair/agreement';
import type { AgreementShown } from '../../domain/pair/shown';
import { isWeekday, WEEKDAYS, type Weekday } from '../../domain/weekday';
import { readCadence } from '../../services/asking/set-cadence';
import { agreementDraft, agreementOf, draftAgreement, type AgreementDraft } from '../../services/pair/agree';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { audienceInput, readAudience } from '../kit/fields';
import { checkboxInput, dateInput, form, input, textInput, timeInput } from '../kit/form-parts';
import { checked, checkedValues, dateValue, textValue, timeValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { known } from '../known';
import { defineForm, type FieldErrors } from './form';

/**
 * The next version of an agreement: `meta.version` is the one that it changes, so that whoever was faster is not written
 * over. Rhythms are typed in words; whatever still reads as the version before says it stays as it was.
 */

const CALLBACK = 'agreement_form';
const BLOCKS = {
  menteeBrings: 'mentee_brings',
  mentorBrings: 'mentor_brings',
  nudges: 'agreed_nudges',
  talks: 'agreed_talks',
  from: 'agreed_from',
  to: 'agreed_to',
  days: 'agreed_days',
  between: 'between',
  mayHear: 'may_hear',
  until: 'agreed_until',
} as const;

/** What was typed. */
interface Written {
  readonly menteeBrings: string | null;
  readonly mentorBrings: string | null;
  readonly nudges: string;
  readonly talks: string | null;
  readonly from: string;
  readonly to: string;
  readonly days: readonly Weekday[];
  readonly audience: Audience;
  readonly between: string | null;
  readonly mayHear: boolean;
  readonly until: string;
}

export interface AgreementView {
  readonly draft: AgreementDraft;
  readonly written?: Written;
  /** What the other has sent meanwhile. */
  readonly theirs?: AgreementShown | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function agreementView(
  words: Words,
  { draft, written = begun(words, draft), theirs = null, notice, meta }: AgreementView,
): ModalView {
  const { FIELDS, WEEKDAY_NAMES } = words;
  const optional = true;
  const line = (initial: string | null) => textInput({ initial, limit: AGREED_TEXT_LIMIT, multiline: true });
  const days = WEEKDAYS.map((day) => option(WEEKDAY_NAMES[day], day));
  return form(words, {
    title: words.FORM_TITLES.agreement,
    callback: CALLBACK,
    submit: words.BUTTONS.signAndSend,
    meta,
    notice,
    blocks: [
      ...(theirs === null ? [] : [section(words.agreementTheirs(theirs))]),
      section(words.agreementFormIntro(draft.other)),
      input(BLOCKS.menteeBrings, FIELDS.menteeBrings, line(written.menteeBrings), {
        optional,
        hint: FIELDS.bringsHint,
      }),
      input(BLOCKS.mentorBrings, FIELDS.mentorBrings, line(written.mentorBrings), {
        optional,
        hint: FIELDS.bringsHint,
      }),
      input(BLOCKS.nudges, FIELDS.agreedNudges, textInput({ initial: written.nudges }), {
        hint: FIELDS.agreedNudgesHint,
      }),
      input(BLOCKS.talks, FIELDS.agreedTalks, textInput({ initial: written.talks }), {
        optional,
        hint: FIELDS.agreedTalksHint,
      }),
      input(BLOCKS.from, FIELDS.agreedFrom, timeInput(written.from), { hint: FIELDS.agreedHoursHint }),
      input(BLOCKS.to, FIELDS.agreedTo, timeInput(written.to), { hint: FIELDS.agreedHoursHint }),
      input(BLOCKS.days, FIELDS.agreedDays, checkboxInput(days, written.days), {
        optional,
        hint: FIELDS.agreedDaysHint,
      }),
      audienceInput(words, { audience: written.audience }, FIELDS.agreedAudience),
      input(BLOCKS.between, FIELDS.between, line(written.between), { optional }),
      input(
        BLOCKS.mayHear,
        FIELDS.mayHear,
        checkboxInput([option(FIELDS.mayHearOption, 'yes')], written.mayHear ? ['yes'] : []),
        { optional },
      ),
      input(BLOCKS.until, FIELDS.agreedUntil, dateInput(written.until), { hint: FIELDS.agreedUntilHint }),
    ],
  });
}

/** What the form begins with: the newest version, or a good default. */
function begun(words: Words, { terms, begins }: AgreementDraft): Written {
  const { nudges, hours, ...rest } = {
    ...words.AGREEMENT_BEGINS,
    talks: null,
    mayHear: false,
    ...begins,
    ...terms,
  };
  return {
    ...rest,
    nudges: words.sayCadence(nudges),
    talks: rest.talks === null ? null : words.sayCadence(rest.talks),
    ...hours,
  };
}

/** @param renew begins with an end a year later */
export async function openAgreementView(
  { context, actor, words }: Asker,
  mentorshipId: string,
  renew = false,
): Promise<ModalView> {
  const draft = await agreementDraft(context, actor, mentorshipId, renew);
  return agreementView(words, { draft, meta: metaOf(mentorshipId, draft) });
}

function metaOf(mentorshipId: string, { version, today }: AgreementDraft): Meta {
  return { mentorshipId, version: String(version), today };
}

export const agreementForm = defineForm<Written>({
  callback: CALLBACK,

  parse(state) {
    const [nudges, until] = [textValue(state, BLOCKS.nudges), dateValue(state, BLOCKS.until)];
    const [from, to] = [timeValue(state, BLOCKS.from), timeValue(state, BLOCKS.to)];
    if (nudges === null || from === null || to === null || until === null) {
      const missing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
      const errors: FieldErrors = {
        ...(nudges === null ? { [BLOCKS.nudges]: missing } : {}),
        ...(from === null ? { [BLOCKS.from]: missing } : {}),
        ...(to === null ? { [BLOCKS.to]: missing } : {}),
        ...(until === null ? { [BLOCKS.until]: missing } : {}),
      };
      return { ok: false, errors };
    }
    const ticked = checkedValues(state, BLOCKS.days).filter(isWeekday);
    return {
      ok: true,
      values: {
        menteeBrings: textValue(state, BLOCKS.menteeBrings),
        mentorBrings: textValue(state, BLOCKS.mentorBrings),
        nudges,
        talks: textValue(state, BLOCKS.talks),
        from,
        to,
        days: WEEKDAYS.filter((day) => ticked.includes(day)),
        audience: readAudience(state) ?? 'mentor',
        between: textValue(state, BLOCKS.between),
        mayHear: checked(state, BLOCKS.mayHear),
        until,
      },
    };
  },

  async run(asker, written, meta) {
    const { context, actor, words } = asker;
    const id = known(meta.mentorshipId, 'mentorship');
    const draft = await agreementDraft(context, actor, id);
    const terms = termsOf(asker, written, draft);
    const { kind, shown } = await draftAgreement(context, actor, id, Number(meta.version ?? '0'), terms);
    // What was sent stands in the DM already, as the other sees it.
    return kind === 'signed' || kind === 'replaced' ? null : words.agreementSigned(kind, shown);
  },

  async reopen({ context, actor, words }, written, meta, notice) {
    const id = known(meta.mentorshipId, 'mentorship');
    const draft = await agreementDraft(context, actor, id);
    const isOvertaken = meta.version !== String(draft.version);
    const theirs = isOvertaken ? await agreementOf(context, actor, id) : null;
    return agreementView(words, {
      draft,
      written,
      theirs: theirs?.newest ?? null,
      notice,
      meta: metaOf(id, draft),
    });
  },
});

function termsOf({ actor, words }: Asker, written: Written, { terms, begins }: AgreementDraft): Terms {
  const { nudges, talks, from, to, days, ...rest } = written;
  const read = (said: string, before: Cadence | null): Cadence =>
    before !== null && words.sayCadence(before) === said ? before : readCadence(said, actor, before);
  return {
    ...rest,
    nudges: read(nudges, terms?.nudges ?? begins.nudges),
    talks: talks === null ? null : read(talks, terms?.talks ?? null),
    hours: { from, to, days },
  };
}
