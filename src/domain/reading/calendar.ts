import { Temporal } from 'temporal-polyfill';

/** Days, weeks, months and quarters around a day of the calendar. */

/** A run of local dates: "next June" is thirty of them, "30 June" is one. */
export interface Period {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
}

export function currentUnit(name: string, today: Temporal.PlainDate, by = 0): Period {
  const monday = mondayOf(today).add({ weeks: by });
  switch (name) {
    case 'week':
      return { first: monday, last: monday.add({ days: 6 }) };
    case 'weekend':
      return { first: monday.add({ days: 5 }), last: monday.add({ days: 6 }) };
    case 'month':
      return monthsFrom(today.year, today.month + by, 1);
    case 'quarter':
      return monthsFrom(today.year, (Math.floor((today.month - 1) / 3) + by) * 3 + 1, 3);
    case 'year':
      return monthsFrom(today.year + by, 1, 12);
    default:
      return oneDay(today.add({ days: by }));
  }
}

export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** The next date on or after one that is this day of its month. */
export function nextDayOfMonth(day: number, from: Temporal.PlainDate): Period {
  if (day < 1 || day > 31) throw new RangeError(`No day of a month: ${day}`);
  for (let months = 0; ; months += 1) {
    const ofMonth = from.toPlainYearMonth().add({ months });
    const date = day <= ofMonth.daysInMonth ? ofMonth.toPlainDate({ day }) : null;
    if (date !== null && Temporal.PlainDate.compare(date, from) >= 0) return oneDay(date);
  }
}

export function oneDay(date: Temporal.PlainDate): Period {
  return { first: date, last: date };
}

export function exactDate(year: number, ofMonth: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: ofMonth, day }, { overflow: 'reject' });
}

export function checkedMonth(ofMonth: number): number {
  if (ofMonth < 1 || ofMonth > 12) throw new RangeError(`No month: ${ofMonth}`);
  return ofMonth;
}

/** The next such date, today included. 29 February waits for its leap year. */
export function nextDate(ofMonth: number, day: number, today: Temporal.PlainDate): Period {
  const monthDay = Temporal.PlainMonthDay.from(
    { monthCode: `M${String(checkedMonth(ofMonth)).padStart(2, '0')}`, day },
    { overflow: 'reject' },
  );
  for (let { year } = today; ; year += 1) {
    const date = monthDay.toPlainDate({ year });
    if (date.day === day && Temporal.PlainDate.compare(date, today) >= 0) return oneDay(date);
  }
}

/** @param from the first month, 1 to 12; beyond that it runs into the next year */
export function monthsFrom(year: number, from: number, count: number): Period {
  const first = new Temporal.PlainDate(year, 1, 1).add({ months: from - 1 });
  return { first, last: first.add({ months: count }).subtract({ days: 1 }) };
}
