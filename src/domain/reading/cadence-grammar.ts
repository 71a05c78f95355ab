import { DATES } from './dates-grammar';
import { defineGrammar } from './tree';

/**
 * Rhythms in plain words: what can be said, and nothing of what it means.
 *
 * A rhythm is one or more items with "and" between them, one time, and one start; each item is a rule of its own.
 */
export const CADENCES = defineGrammar(
  String.raw`
  Rhythm <: Dates {
    Rhythm = Opening Asked Closing?
    Begun = Opening Asked any*
    Asked = w<("less often" | "less frequently")> -- less
      | w<("more often" | "more frequently")> -- more
      | Extra* Item Following* -- items
      | Time foreignZone? -- time
    Following = Extra
      | also Item -- also
      | also DateOfMonth -- date
    Extra = also? (Start | Time) foreignZone?
    DateOfMonth = on? the? nth ~AnyUnit
    Start = w<("from" | "starting" | "beginning" | "start")> w<("on" | "in" | "from")>? the? Named ~through

    Opening = w<("please" | "kindly")>? Asking? on?
    Asking = w<("ask" | "nudge" | "remind" | "ping" | "check in with")> w<("me" | "us")>

    Item = TooOften | OfQuarter | Yearly | MonthlySaid | EverySecond | Monthly | WeeklyAtHour | Weekly | Daily

    TooOften = w<"hourly">
      | every number? w<("hours" | "hour" | "minutes" | "minute" | "mins" | "min" | "seconds")> -- every
      | w<"every"> w<"half"> a? hour -- half
      | Often Per (day | hour) -- times
      | w<"twice daily">
    Times = w<"once"> -- once
      | Often
    Often = w<("twice" | "thrice")>
      | number w<("times" | "x")> -- times
      | timesX
    timesX = shortNumber w<"x">
    Per = a | every | w<"per">

    OfQuarter = every? on? the? MonthDay of QuarterDet? quarter -- of
      | every? on? the? MonthDay every quarter -- every
    QuarterDet = the | every

    Yearly = EveryYear on? the? YearDays -- full
      | every? on? the? YearDays EveryYear? -- days
      | every w<"in">? Months -- months
      | EveryYear
    EveryYear = w<("yearly" | "annually" | "annual")> -- word
      | w<"once"> Per years -- once
      | EveryN years -- every
    YearDays = w<"in">? Months on? the? MonthDays ~OfAMonth -- months
      | YearDay AndYearDay* -- dates
    AndYearDay = also the? YearDay
    YearDay = DaysBefore of? month -- dayFirst
      | month the? DaysAfter -- monthFirst
      | MonthDay of month -- nth
    DaysBefore = dayNumber AndDayBefore*
    AndDayBefore = also the? dayNumber
    DaysAfter = dayNumber AndDayAfter*
    AndDayAfter = also the? dayNumber ~OfAMonth
    OfAMonth = of? month
    Months = month AndMonth*
    AndMonth = also w<"in">? month

    MonthlySaid = EveryMonth on? w<"day">? the? MonthDays -- full
      | every? on? the? MonthDays OfMonth -- of
      | Twice Per months -- twice
    Monthly = every the? OrdinalDays -- every
      | on? the? NthMonthDay AndMonthDay* -- nth
      | on? the? nth AndNthDate+ -- dates
      | EveryMonth -- bare
    EveryMonth = w<("monthly" | "bimonthly" | "bi-monthly" | "quarterly")> -- word
      | w<"once"> Per months -- once
      | w<"once">? EveryN (months | quarter) -- every
    Twice = w<("twice" | "two times" | "2 times" | "2x" | "2 x")>
    OfMonth = of QuarterDet? NthOther? months -- of
      | every NthOther? months -- every
      | w<"monthly"> -- word
    MonthDays = MonthDay AndMonthDay*
    AndMonthDay = also the? MonthDay
    MonthDay = NthMonthDay
      | w<("end" | "close")> -- end
      | w<("start" | "beginning")> -- start
      | dayNumber ~AlsoInWords -- date
    // "The 1st and the last Friday" could be a date and a day, or two Fridays.
    AlsoInWords = also the? nthWord AndNthWord* (Weekdays | workingDay)
    NthMonthDay = Nths workingDay -- working
      | Nths Weekdays -- weekday
      | Nths day -- day
    OrdinalDays = OrdinalDay AndOrdinalDay*
    OrdinalDay = Nths workingDay -- working
      | Nths Weekdays -- weekday
      | nth ~AnyUnit -- date
    AndOrdinalDay = also the? OrdinalDay
    AndNthDate = also the? MonthDay
    AnyUnit = Days | Weekdays | OfAMonth
    Nths = nthWord AndNthWord*
      | nth AndNth*
    AndNthWord = also the? nthWord
    AndNth = also the? nth
    nthWord = ~digit nth
      | last

    EverySecond = every w<("second" | "2nd")> Weekdays
    WeeklyAtHour = Weekly ~Time number
    Weekly = EveryWeek on? Weekdays -- full
      | on? Weekdays EveryWeek -- after
      | every other Weekdays -- other
      | every number Weekdays -- counted
      | every? on? the? Weekdays -- days
      | EveryWeek -- bare
    EveryWeek = w<("weekly" | "biweekly" | "bi-weekly" | "fortnightly")> -- word
      | Times Per week -- times
      | w<"once">? EveryN (week | fortnight) -- every
    EveryN = every (NthOther | number) -- nth
      | every
      | number
    NthOther = other
      | nth

    Daily = w<("daily" | "everyday" | "once a day" | "once daily")> -- word
      | EveryN day -- every
      | every &Part -- part
  }
`,
  DATES,
);
