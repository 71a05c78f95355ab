import { readTimes, timeAtHour } from '../../../src/domain/reading/time';

describe('a time of day', () => {
  test.each([
    ['at 9', ['09:00']],
    ['@9', ['09:00']],
    ['@ 9', ['09:00']],
    ['9:30', ['09:30']],
    ['9.30', ['09:30']],
    ['9h30', ['09:30']],
    ['9h', ['09:00']],
    ['at 9.', ['09:00']],
    ["9 o'clock", ['09:00']],
    ['9 o’clock', ['09:00']],
    ['9 oclock', ['09:00']],
    ['9am', ['09:00']],
    ['9 a.m.', ['09:00']],
    ['9pm', ['21:00']],
    ['9:05 p.m', ['21:05']],
    ['12am', ['00:00']],
    ['12pm', ['12:00']],
    ['1pm', ['13:00']],
    ['noon', ['12:00']],
    ['midday', ['12:00']],
    ['midnight', ['00:00']],
    ['9 in the morning', ['09:00']],
    ['12 in the morning', ['00:00']],
    ['3 in the afternoon', ['15:00']],
    ['12 in the afternoon', ['12:00']],
    ['6 in the evening', ['18:00']],
    ['11 at night', ['23:00']],
    ['12 at night', ['00:00']],
    ['4 at night', ['04:00']],
    ['5 at night', ['17:00']],
    ['20:00 in the evening', ['20:00']],
    ['at 23:59', ['23:59']],
    ['at 0', ['00:00']],
    ['9:00 and 17:00', ['09:00', '17:00']],
    ['mornings', ['09:00']],
    ['in the morning', ['09:00']],
    ['afternoons', ['14:00']],
    ['evening', ['18:00']],
    ['evenings at 6', ['18:00']],
    ['evenings at 18:00', ['18:00']],
    ['afternoon at 2:30', ['14:30']],
    ['morning at 8', ['08:00']],
    ['evening at 12', ['12:00']],
    ['', []],
    ['9', []],
    ['the 15', []],
    ['tomorrow', []],
  ])('%j: %j', (text, times) => {
    expect(readTimes(text)).toMatchObject({ times, notATime: null });
  });

  test.each([
    ['at 25:00', '25:00'],
    ['at 24', '24'],
    ['9:60', '9:60'],
    ['9:5', '9:5'],
    ['9:', '9:'],
    ['9:000', '9:000'],
    ['13pm', '13pm'],
    ['0am', '0am'],
    ['@ 99', '99'],
    ['at 25:00 or 26:00', '25:00'],
  ])('%j is none: %j', (text, notATime) => {
    expect(readTimes(text)).toMatchObject({ times: [], notATime });
  });

  test('is taken out of the words, and nothing else is', () => {
    expect(readTimes('every monday at 9:00 please').rest.replace(/ +/g, ' ')).toBe('every monday please');
    expect(readTimes('every monday morning').rest.replace(/ +/g, ' ')).toBe('every monday ');
    expect(readTimes('room a9:00 and x.9').times).toEqual([]);
  });

  test.each([
    [0, '00:00'],
    [9, '09:00'],
    [23, '23:00'],
    [24, null],
  ])('of the hour %i is %s', (hour, time) => {
    expect(timeAtHour(hour)).toBe(time);
  });
});
