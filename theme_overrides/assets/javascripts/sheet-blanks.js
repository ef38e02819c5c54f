// The blanks of a worksheet: what stands in them by name, and the way back. A form hands its controls out under their own
// names, and a curator may call a block "reset" or "elements": so nothing is asked of the form itself.
window.waypostBlanks = (desk) => {
  const form = desk.querySelector("form");
  const blanks = new Map();
  for (const control of desk.querySelectorAll("form [name]")) {
    blanks.set(control.name, [...(blanks.get(control.name) || []), control]);
  }
  const isText = (name) => blanks.get(name)?.[0].tagName === "TEXTAREA";

  // Blocks that have a new id: "old=new" for each, in the sheet's own words for it.
  const renamed = new Map((form.getAttribute("data-formerly") || "").split(" ").map((pair) => pair.split("=")));
  const placeOf = (name) => {
    if (blanks.has(name)) return name;
    const [old] = name.split("_", 1);
    const now = renamed.has(old) && renamed.get(old) + name.slice(old.length);
    return blanks.has(now) ? now : "";
  };
  const fits = (name, value) =>
    typeof value === "string" && (isText(name) || blanks.get(name).some((control) => control.value === value));

  // Words stand a second time beside their field: they give it its height where a browser does not, and are what is printed.
  const grow = (area) => {
    area.parentElement.classList.toggle("is-written", Boolean(area.value.trim()));
    area.nextElementSibling.textContent = `${area.value}\n`;
  };
  for (const area of desk.querySelectorAll("form textarea")) {
    const twin = document.createElement("span");
    twin.className = "wp-written";
    area.after(twin);
    area.addEventListener("input", () => grow(area));
  }

  const read = () => {
    const answers = new Map();
    for (const [name, controls] of blanks) {
      for (const control of controls) {
        if (isText(name) ? control.value.trim() : control.checked) answers.set(name, control.value);
      }
    }
    return answers;
  };
  // Empties every blank and puts these answers in, a Map; what has no place comes back.
  const fill = (answers) => {
    const put = new Map();
    const rest = new Map();
    for (const [name, value] of answers) {
      const place = placeOf(name);
      const isFree = place === name || !(put.has(place) || answers.has(place));
      if (place && isFree && fits(place, value)) put.set(place, value);
      else if (value !== "") rest.set(name, value);
    }
    for (const [name, controls] of blanks) {
      for (const control of controls) {
        if (!isText(name)) control.checked = put.get(name) === control.value;
        else {
          if (control.value !== (put.get(name) || "")) control.value = put.get(name) || "";
          grow(control);
        }
      }
    }
    return rest;
  };

  return { isText, read, fill };
};
