import { defineGrammar } from './tree';
import { WORDS } from './words';

/** Dates, months, seasons and the like in plain words: what can be said, and nothing of what it means. */

export const DATES = defineGrammar(
  String.raw`
  Dates <: Words {
    Period = Lasting -- lasting
      | Lead? the? Named -- named
    Lead = w<("in" | "on" | "during" | "within" | "this coming" | "coming")>

    Named = Edge | Relative | iso | numeric | WeekdayAndDate | DayOfMonth | Quarter | HalfYear | Season | Feast
      | WeekdayOfWeek | NthOfMonth | Unit | Month | Weekday | nth | Year
    Year = year

    Edge = w<("end" | "close")> of? the? Within -- end
      | (Within | w<("year" | "month" | "quarter")>) "-"? w<"end"> -- end2
      | w<("eoy" | "eom" | "eoq" | "eow")> -- short
      | w<("start" | "beginning")> of the? Within -- start
      | w<("middle" | "mid")> Joined? Within -- middle
      | w<"early"> Joined? Within -- early
      | w<"late"> Joined? Within -- late
    Joined = "-"
      | of the? -- of
      | the
    Within = Quarter | HalfYear | Season | Unit | Month | Year | Bare
    Bare = week | months | quarter | years

    Relative = w<"day"> w<"after"> w<"tomorrow"> -- overmorrow
      | w<("today" | "tomorrow" | "yesterday")>
    iso = digit digit digit digit ("-" | "/") digit digit ("-" | "/") digit digit ~(letter | digit)
    isoMonth = digit digit digit digit "-" digit digit ~(letter | digit | "-")
    numeric = shortDay "/" shortDay ("/" numericYear)? ~(letter | digit | "/") -- slash
      | shortDay "." shortDay ("." numericYear?)? ~(letter | digit) -- dot
      | shortDay "-" shortDay "-" numericYear ~(letter | digit) -- dash
    numericYear = digit digit (digit digit)?
    shortDay = digit digit?

    WeekdayAndDate = weekday ","? the? (iso | numeric | DayOfMonth | nth)
    DayOfMonth = dayNumber of? month OfYear? -- dayFirst
      | month the? dayNumber OfYear? -- monthFirst
    dayNumber = nth | w<shortDay>
    OfYear = ","? of? year -- number
      | of? Which years -- which
    Which = w<("this" | "next" | "last" | "coming")>

    Quarter = w<("q1" | "q2" | "q3" | "q4")> OfYear? -- short
      | year "-"? w<("q1" | "q2" | "q3" | "q4")> -- iso
      | Which w<("q1" | "q2" | "q3" | "q4")> -- which
      | (nth | last) quarter OfYear? -- named
    HalfYear = w<("h1" | "h2")> OfYear? -- short
      | (nth | w<"second">) w<"half"> OfTheYear? -- named
    OfTheYear = of the? years -- current
      | OfYear
    Season = Which? w<("spring" | "summer" | "autumn" | "fall" | "winter")> OfYear?
    Feast = Which? w<("christmas eve" | "christmas" | "xmas" | "easter" | "new year's eve" | "new year's day"
      | "new year's" | "new year")> year?
    Month = isoMonth
      | Which? month OfYear? -- named
    Unit = Which (day | week | w<("weekend" | "weekends")> | months | quarter | years) -- which
      | w<"weekend"> -- weekend
    WeekdayOfWeek = weekday Which week -- after
      | Which week ("on"? weekday) -- before
      | Which weekday -- which
    Weekday = weekday
    NthOfMonth = nth of Which months -- which
      | last day of the? (Bare | Month) -- last
    Lasting = w<("in" | "within")>? the? w<"next">? Length FromNow -- fromNow
      | w<("in" | "within")> the? w<"next">? Length -- in
      | Length w<"ago"> -- ago
    FromNow = w<"from"> w<("now" | "today")> -- from
      | w<("' time" | "time")>
  }
`,
  WORDS,
);
