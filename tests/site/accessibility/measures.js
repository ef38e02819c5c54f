// What the tests beside this file measure in a page. Each function hands back the elements at fault, as short HTML.
window.measures = (() => {
  const brief = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // What is asked of every word's every ancestor is asked once.
  const once = (answer) => {
    const known = new Map();
    return (element) => known.get(element) ?? known.set(element, answer(element)).get(element);
  };
  let styleOf, isUnseen, edgesOf;
  const anew = () => {
    styleOf = once((element) => getComputedStyle(element));
    // For screen readers only: there on purpose, seen by nobody.
    isUnseen = once((element) => styleOf(element).clipPath === "inset(50%)" || Boolean(element.parentElement && isUnseen(element.parentElement)));
    edgesOf = once(edges);
  };
  const isVisible = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) &&
    element.getClientRects().length > 0 &&
    !isUnseen(element);

  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]";
  const targets = () => all(TARGETS).filter((element) => isVisible(element) && !element.disabled);

  // ---- Room ----
  const texts = function* () {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, style, template, option, textarea") || !isVisible(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) yield { element, box };
    }
  };
  // The boxes round an element that hide what sticks out of them: [box, sideways, downwards]. Where a line is shortened
  // with an ellipsis the whole words stand on another page; but a link or heading must be whole.
  const edges = (element) => {
    const outer = element.parentElement ? edgesOf(element.parentElement) : { boxes: [], isShortened: false, scrolls: false };
    const style = styleOf(element);
    const hides = [style.overflowX, style.overflowY].map((overflow) => ["hidden", "clip"].includes(overflow));
    const isShortened = outer.isShortened || style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
    const own = hides[0] || hides[1] ? [{ box: element.getBoundingClientRect(), hides }] : [];
    const scrolls = outer.scrolls || ["auto", "scroll"].includes(style.overflowX);
    return { boxes: element === document.body ? [] : [...outer.boxes, ...own], isShortened, scrolls };
  };
  // Words beyond the edge of the window, or of something that hides them for good.
  const isCut = (element, box) => {
    const { boxes, isShortened, scrolls } = edgesOf(element);
    if (isShortened && !element.closest("a, h1, h2, h3, h4, button")) return false;
    if (!scrolls && (box.right > innerWidth + 1 || box.left < -1)) return true;
    return boxes.some(
      ({ box: edge, hides }) =>
        (hides[0] && (box.right > edge.right + 1 || box.left < edge.left - 1)) ||
        (hides[1] && (box.bottom > edge.bottom + 2 || box.top < edge.top - 2)),
    );
  };

  // A card's link reaches over the whole card by a piece of nothing in front of it.
  const isGlass = (element, x, y) => {
    const isOutside = [...element.getClientRects()].every((box) => x < box.left || x > box.right || y < box.top || y > box.bottom);
    const clear = (part) => getComputedStyle(element, part).backgroundColor === "rgba(0, 0, 0, 0)";
    return isOutside && clear("::before") && clear("::after");
  };
  const coverOf = (element, box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    if (!top || top.contains(element) || element.contains(top) || isGlass(top, x, y)) return null;
    const label = top.closest("label");
    return label && label === element.closest("label") ? null : top;
  };
  // Words that are cut, or have something else on top of them. The window must be as high as the page.
  const lost = () => {
    anew();
    const faults = new Set();
    for (const { element, box } of texts()) {
      if (isCut(element, box)) faults.add(`cut: ${brief(element)}`);
      else if (!edgesOf(element).isShortened) {
        const cover = coverOf(element, box);
        if (cover) faults.add(`${brief(element)} is covered by ${brief(cover)}`);
      }
    }
    return [...faults];
  };

  // What scrolls sideways: the page itself, and boxes in it other than those made for wide tables. WCAG 1.4.10 asks this of
  // a window of 320 pixels; where there is more room a row of chips may go on beyond the edge.
  const isNarrow = () => matchMedia("(max-width: 20rem)").matches;
  const sideways = () => {
    anew();
    const page = document.documentElement;
    const faults = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} wide`] : [];
    if (!isNarrow()) return faults;
    for (const e of all("body *:not(textarea, table, :has(table))")) {
      if (e.scrollWidth <= e.clientWidth + 1 || !["auto", "scroll"].includes(getComputedStyle(e).overflowX)) continue;
      if (isVisible(e)) faults.push(`scrolls sideways: ${brief(e)}`);
    }
    return faults;
  };

  // ---- Targets (WCAG 2.5.8) ----
  const LEAST = 24;
  const boxOf = (element) => {
    const own = element.getBoundingClientRect();
    const labels = [...(element.labels ?? [])].filter(isVisible).map((label) => label.getBoundingClientRect());
    const boxes = [own, ...labels];
    return {
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  };
  // A link among the words of a sentence is as high as its line.
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const others = [...block.childNodes].filter((node) => !node.contains(element)).map((node) => (node.matches?.("a, button") ? "" : node.textContent));
    return /\p{L}{2}/u.test(others.join(""));
  };
  const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const small = () => {
    anew();
    const found = targets().map((element) => ({ element, box: boxOf(element) }));
    const isSmall = ({ box }) => box.right - box.left < LEAST - 0.1 || box.bottom - box.top < LEAST - 0.1;
    const faults = [];
    for (const one of found.filter((target) => isSmall(target) && !isInSentence(target.element))) {
      const [x, y] = middle(one.box);
      const near = found.find((other) => {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
        const [otherX, otherY] = middle(other.box);
        if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < LEAST) return true;
        const dx = Math.max(other.box.left - x, 0, x - other.box.right);
        const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy) < LEAST / 2;
      });
      if (near) faults.push(`${brief(one.element)} is small and near ${brief(near.element)}`);
    }
    return faults;
  };

  // ---- Reading settings ----
  const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`;
  const space = (isWide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(isWide ? SPACING : "");
    document.adoptedStyleSheets = [sheet];
  };

  // ---- Keyboard ----
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  // The ring may be drawn on the field's label or on the card of a link that reaches over it.
  const isMarked = (element) => {
    const round = [element, element.nextElementSibling, element.parentElement, element.closest(".wp-card, .wp-tile, li")];
    return round.some((one) => one && ring(getComputedStyle(one))) || ring(getComputedStyle(element, "::after"));
  };
  // Is a part of it in the window, and no other thing in front of that part? (WCAG 2.4.11)
  const isInSight = (element) => {
    for (const box of element.getClientRects()) {
      for (const part of [0.1, 0.5, 0.9]) {
        const [x, y] = [box.left + box.width * part, box.top + box.height * part];
        const top = document.elementFromPoint(x, y);
        if (top && (element.contains(top) || top.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(top)))) return true;
      }
    }
    return false;
  };
  // Of a group of radio buttons only one is a stop, and which is the browser's choice.
  const stops = () => {
    anew();
    const found = all(`${TARGETS}, [tabindex]`).filter((element) => isVisible(element) && !element.disabled && element.tabIndex >= 0);
    const radios = found.filter(({ type }) => type === "radio");
    return [found.length - radios.length, new Set(radios.map(({ name }) => name)).size];
  };
  let walked;
  const walk = () => {
    walked = new Map();
    anew();
    addEventListener("focusin", ({ target }) => {
      if (walked.has(target)) return;
      const box = target.getBoundingClientRect();
      walked.set(target, {
        html: brief(target),
        isStop: target.type !== "radio",
        isMarked: isMarked(target),
        isInSight: isInSight(target),
        isFixed: Boolean(target.closest(".wp-safety")),
        left: box.left,
        right: box.right,
        top: box.top + scrollY,
        bottom: box.bottom + scrollY,
      });
    });
    document.activeElement.blur();
  };

  // ---- Motion and colours ----
  const PARTS = [null, "::before", "::after"];
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moving = () => {
    const faults = document.getAnimations().map((animation) => `runs: ${brief(animation.effect.target)}`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") faults.push("the page scrolls smoothly");
    for (const element of all("body, body *")) {
      for (const part of PARTS) {
        const style = getComputedStyle(element, part);
        if (part && style.content === "none") continue;
        const isAnimated = style.animationName !== "none" && lasts(style.animationDuration);
        if (isAnimated || lasts(style.transitionDuration)) faults.push(`would move: ${brief(element)} ${part ?? ""}`);
      }
    }
    return faults;
  };

  // Luminance and contrast as WCAG 2 defines them.
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [less, more] = [light(one), light(other)].sort((a, b) => a - b);
    return (more + 0.05) / (less + 0.05);
  };
  const isClear = (colour) => /^rgba\(.*, 0\)$/.test(colour);
  const groundOf = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const { backgroundColor } = getComputedStyle(e);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  // With forced colours: icons (drawn by a mask on a ground) that have the colour of what is behind them, buttons and
  // fields with neither an edge (perhaps that of the box round them) nor a line beneath their words, and the present place of a menu or list of pages without a mark.
  const unseen = () => {
    anew();
    const faults = [];
    for (const element of all("body *").filter(isVisible)) {
      for (const part of PARTS) {
        const style = getComputedStyle(element, part);
        if (style.maskImage === "none" || (part && style.content === "none") || style.display === "none") continue;
        const behind = groundOf(part ? element : element.parentElement);
        const isIcon = !isClear(style.backgroundColor) && contrast(style.backgroundColor, behind) >= 3;
        if (!isIcon) faults.push(`icon: ${brief(element)} ${part ?? ""} ${style.backgroundColor} on ${behind}`);
      }
    }
    const hasEdge = (style) => ["Top", "Bottom"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1 && !isClear(style[`border${side}Color`]));
    const EDGED = ".wp-button, .wp-leave, button:not(.wp-search-close), input:not([type=file]), textarea, select, .wp-way";
    for (const element of all(EDGED).filter(isVisible)) {
      const style = getComputedStyle(element);
      const isNative = ["checkbox", "radio"].includes(element.type) && style.appearance !== "none";
      if (isNative || style.textDecorationLine === "underline") continue;
      const edged = [element, element.parentElement].find((one) => hasEdge(getComputedStyle(one)));
      if (!edged) faults.push(`no edge: ${brief(element)}`);
      else if (contrast(getComputedStyle(edged).borderBottomColor, groundOf(edged.parentElement)) < 3) faults.push(`faint edge: ${brief(element)}`);
    }
    for (const element of all("[aria-current]").filter(isVisible)) {
      if (!ring(getComputedStyle(element))) faults.push(`not marked as present: ${brief(element)}`);
    }
    return faults;
  };

  anew();
  return { all, brief, isVisible, lost, moving, sideways, small, space, stops, unseen, walk, walked: () => [...walked.values()] };
})();
