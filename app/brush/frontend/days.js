// Days as whole numbers since 1970, and steps of the calendar from one to another. All in UTC: a day has no hours here.
const DAY = 86_400_000;

export const number = iso => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const iso = day => new Date(day * DAY).toISOString().slice(0, 10);

// So many weeks, months, quarters or years later; the 31st of a shorter month is its last day.
export function stepped(day, step, count = 1) {
  if (step === 'day') return day + count;
  if (step === 'week') return day + 7 * count;
  const from = new Date(day * DAY), months = count * { month: 1, quarter: 3, year: 12 }[step];
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const longest = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), longest));
  return Math.round(to.getTime() / DAY);
}

// Days to write below the bars: beginnings of years, months or days, as many as have room.
export function marks(first, last, room) {
  const most = Math.max(2, Math.floor(room / 90)), length = last - first + 1;
  if (length <= most) return Array.from({ length }, (_, place) => ({ day: first + place, words: iso(first + place) }));
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000].find(each => length / (30.4 * each) <= most) || 24000;
  const start = new Date(first * DAY), found = [];
  let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (month = Math.ceil(month / months) * months; ; month += months) {
    const begins = new Date(Date.UTC(2000, month % 12, 1));
    begins.setUTCFullYear(Math.floor(month / 12));
    const day = Math.round(begins.getTime() / DAY);
    if (day > last) return found;
    if (day >= first) found.push({ day, words: months % 12 ? iso(day).slice(0, 7) : iso(day).slice(0, 4) });
  }
}
