import { DATES } from './dates-grammar';
import { defineGrammar } from './tree';

/** Days away, pauses, moments, hours, working days and due dates in plain words: what can be said. */
export const LIVES = defineGrammar(
  String.raw`
  Lives <: Dates {
    Absence = AwayWords? Spans Closing?
    AwayBegun = AwayWords? Spans any*
    AwayWords = Am? w<("away" | "off work" | "off" | "out of the office" | "out of office" | "ooo" | "out" | "on vacation"
      | "on holidays" | "on holiday" | "on leave" | "vacation" | "holidays" | "holiday" | "leave" | "travelling"
      | "traveling")> ":"?
    Am = w<("i am" | "i'm" | "im" | "i will be" | "i'll be")>
    Spans = Span AndSpan*
    AndSpan = also Span
    Span = For? Length Beginning? -- length
      | w<"from">? the? Named w<"for"> Length -- after
      | Until the? Named -- until
      | w<("through" | "thru")> the? Named -- through
      | w<"between"> End w<"and"> End -- between
      | IsoEnd "/" IsoEnd -- iso
      | w<"from">? End through End -- range
      | Lead? the? Named -- named
    For = w<"for"> NextFew? -- said
      | NextFew
    NextFew = the? w<("next" | "coming")>
    Beginning = w<("from" | "starting" | "beginning")> on? the? Named
    Until = w<("until" | "till" | "til" | "up to")>
    IsoEnd = iso
    End = the? Named -- named
      | the? w<shortDay> OfYear? -- day

    PauseFor = Pause Closing?
    Pause = Until the? Named -- until
      | For? Length -- length
      | w<("until further notice" | "until i say so" | "for now" | "for a while" | "indefinitely")> -- open

    SnoozeUntil = Moment Closing?
    Moment = w<("until" | "till" | "to")>? When
    When = w<("later today" | "later" | "today")> ~Time ~At -- later
      | (w<"in"> | w<"for">)? Soon -- soon
      | Tonight Time? -- tonight
      | Time On? -- time
      | Lasting Time? -- lasting
      | Length Time? -- length
      | Lead? the? Named w<"the">? Time? -- named
    On = Lead? the? Named
    Tonight = w<("tonight" | "this evening" | "this afternoon" | "this morning")>
    Soon = w<"half"> a hour -- halfHour
      | Count hour w<"and"> w<"a"> w<"half"> -- andHalf
      | w<("an" | "one")> w<"and"> w<"a"> w<"half"> hour -- oneAndHalf
      | number w<"and"> w<"a"> w<"half"> hour -- halves
      | Count hour -- hours
      | Count minute -- minutes
      | shortHours
      | shortMinutes

    Hours = (w<"from"> | w<"between">)? HourOf To HourOf -- range
      | w<"after"> HourOf -- after
      | w<"before"> HourOf -- before
    To = through
      | w<"and">
    HourOf = At? clock Part? -- clock
      | At? hourName Part? -- hour

    WorkingDays = w<("all days" | "all week" | "all" | "every day" | "everyday" | "any day" | "daily")> -- all
      | w<"on">? the? every? Weekdays -- some

    Budget = AtMost? (number | wholeNumber) Messages? APer?
    AtMost = w<("at most" | "max" | "maximum" | "up to" | "no more than")>
    Messages = w<("messages" | "message" | "questions" | "question" | "nudges" | "nudge" | "times" | "x")>
    APer = w<("a week" | "per week" | "each week" | "every week" | "weekly")>
    wholeNumber = w<someDigits>
    someDigits = digit+

    Due = DueClause
      | Period -- plain
    DueClause = w<"before"> Period -- before
      | DueWord Period -- by
    DueWord = w<("due by" | "due on" | "due" | "deadline by" | "deadline" | "by" | "until" | "till")> ":"?
    TitleEnd = DueClause
      | TitleDate -- plain
    TitleDate = Lasting
      | w<"in"> &Year Named -- year
      | the? &(Edge | Which | w<"tomorrow">) Named -- plain
  }
`,
  DATES,
);
