// What time it is where the directory is, as seen from a page that may have been made days ago. The visitor's own clock and
// time zone are read on the device and go nowhere.
window.waypostClock = (page) => {
  const { made, zone, language, yours, yoursDay } = page.dataset;
  const days = Number(page.dataset.days);
  const DAY = 864e5;

  // Days since the page was made, by the clocks of the directory; NaN where the browser does not know its time zone.
  const ageAt = (now) => {
    try {
      const form = { timeZone: zone, year: "numeric", month: "numeric", day: "numeric", era: "short" };
      const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", form).formatToParts(now);
      const part = (type) => Number((parts.find((each) => each.type === type) || {}).value);
      return Math.round((Date.UTC(part("year"), part("month") - 1, part("day")) - Date.parse(made)) / DAY);
    } catch {
      return NaN;
    }
  };
  // A page cannot be read before it was made, and one so old that it holds no day from now on knows nothing of today. Then
  // either the device's clock is wrong or the page is; in doubt it shows what it was made with, and says from when that is.
  const look = (now = new Date()) => {
    const age = ageAt(now);
    const isApart = !(age >= 0 && age < days);
    return { now, age: isApart ? 0 : age, isApart, isLate: !isApart && age > 1 };
  };
  const isOver = (row, { now, isApart }) => !isApart && Date.parse(row.dataset.until) <= now;
  const isOn = (row, { now, isApart }) => {
    const begins = row.querySelector("time").dateTime;
    return !isApart && begins.includes("T") && Date.parse(begins) <= now && now < Date.parse(row.dataset.until);
  };

  // The same moment by the visitor's clock, where that shows another time: "23:30 your time". Nothing of a mere day.
  const yourTime = (iso) => {
    const offset = /([+-])(\d\d):(\d\d)$/.exec(iso);
    if (!offset) return "";
    const at = new Date(iso);
    const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === "-" ? -1 : 1);
    if (-at.getTimezoneOffset() === minutes) return "";
    const said = (form) => new Intl.DateTimeFormat(language, form).format(at);
    const isSameDay = at.getDate() === Number(iso.slice(8, 10));
    const time = said({ timeStyle: "short" }).replace(/ /g, "\u00a0");
    if (isSameDay) return yours.replace("{time}", () => time);
    return yoursDay.replace("{day}", () => said({ weekday: "short" })).replace("{time}", () => time);
  };
  const sayYourTime = (row) => {
    if (!/\b(online|phone)\b/.test(row.dataset.how || "") || row.matches(".is-cancelled")) return;
    const time = row.querySelector("time");
    const words = yourTime(time.dateTime);
    if (!words) return;
    const place = document.createElement("span");
    place.className = "wp-yours";
    place.textContent = words;
    (time.nextElementSibling || time).after(" ", place);
  };

  const mark = (row, className, words) => {
    const there = row.querySelector(`.${className}`);
    if (there && !words) there.remove();
    if (there || !words) return;
    const place = document.createElement("span");
    place.className = className;
    place.textContent = words;
    row.querySelector(".wp-meeting-time").append(place);
  };
  const sayAge = (notice, { isApart, isLate }) => {
    if (!notice) return;
    notice.hidden = !isApart && !isLate;
    notice.querySelector("[data-old-late]").hidden = !isLate;
    notice.querySelector("[data-old-apart]").hidden = !isApart;
  };

  // How many days from today a date is, by the clocks of the directory.
  const daysAway = (iso, { age }) => Math.round((Date.parse(iso.slice(0, 10)) - Date.parse(made)) / DAY) - age;

  // A page may stay open over midnight, or come back from a pocket the next morning.
  const keep = (show) => {
    const again = () => show(look());
    again();
    setInterval(again, 60000);
    addEventListener("pageshow", again);
    document.addEventListener("visibilitychange", () => document.hidden || again());
    return again;
  };

  return { keep, daysAway, isOver, isOn, yourTime, sayYourTime, mark, sayAge };
};
