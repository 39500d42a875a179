/* What axe.py evaluates in a page: its pieces and looks; then, with the pieces that no page had before and the looks that
   are known to stand out, what axe finds. */
async ({ without, fresh, known, most }) => {
  const kept = (map, one, make) => map.get(one) ?? map.set(one, make()).get(one);

  // A number of 53 bits made of all that belongs to a thing names it, so that a name means the same on every page. Most
  // elements of a page are like others: each text is worked through once.
  const names = new Map();
  const name = (...words) => {
    const text = words.join("|");
    return kept(names, text, () => numberOf(text));
  };
  const numberOf = (text) => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let n = 0; n < text.length; n++) {
      a = Math.imul(a ^ text.charCodeAt(n), 2654435761);
      b = Math.imul(b ^ text.charCodeAt(n), 1597334677);
    }
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
  };

  // Of the second asking, which follows at once: the pieces and looks of the first, by element.
  const noted = (globalThis[Symbol.for("look")] ??= {});

  // What contrast depends on: the look of a text and of all that it lies in.
  const grounds = new Map();
  const ground = (one) => one ? kept(grounds, one, () => {
    const s = getComputedStyle(one);
    return name(ground(one.parentElement), s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.position,
      s.mixBlendMode);
  }) : "";
  const lookOf = (one) => kept(noted.looks, one, () => {
    const s = getComputedStyle(one);
    return name(ground(one), s.color, s.fontSize, s.fontWeight, s.textShadow);
  });
  // What tells a link from the text around it: its look and what underlines it, beside the look of the block it is in.
  const linkLookOf = (one) => {
    const s = getComputedStyle(one);
    let block = one.parentElement;
    while (block.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    return name("link", lookOf(one), s.textDecorationLine, s.fontStyle, s.borderBottomStyle, s.borderBottomWidth,
      lookOf(block));
  };

  // Of every element: where it stands among which others, the attributes that it has and the values of those that axe
  // judges; and what axe asks of its neighbours: whether it has a name, whether what it refers to is there, whether its
  // id or its landmark is there twice, which heading it follows, whether it scrolls.
  const VALUES = ["type", "role", "scope", "autocomplete", "tabindex", "lang", "dir", "content", "aria-current",
    "aria-hidden", "aria-expanded", "aria-sort", "aria-invalid", "aria-live", "aria-pressed", "aria-haspopup"];
  const REFERENCES = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  const NAMED = "title, a, button, input, select, textarea, summary, th, caption, legend, label, h1, h2, h3, h4, h5, h6, [role]";
  const LANDMARKS = "main, nav, aside, section, form, header, footer, [role]";
  const there = (id) => document.getElementById(id);
  const words = (value) => value.split(/\s+/).filter(Boolean);
  const title = (one) => one.getAttribute("aria-label")?.trim()
    || words(one.getAttribute("aria-labelledby") ?? "").map((id) => there(id)?.textContent ?? "").join(" ").trim();
  const isNamed = (one) =>
    !!(title(one) || one.title || one.textContent.trim() || one.querySelector("[alt]:not([alt=''])"));
  const paths = new Map();
  const path = (one) =>
    one ? kept(paths, one, () => name(path(one.parentElement), one.localName, one.getAttribute("role"))) : "";

  const pieces = () => {
    noted.pieces = new Map();
    noted.looks = new Map();
    const found = new Set(), texts = new Set(), ids = new Set(), landmarks = new Set();
    let heading = 0;
    for (const one of document.querySelectorAll("*")) {
      if (without && one.closest(without)) continue;
      const seen = one.checkVisibility(), s = getComputedStyle(one);
      const attributes = one.getAttributeNames().filter((n) => !["class", "id", "style"].includes(n)).sort();
      const about = [path(one), seen, ...attributes, ...VALUES.map((n) => one.getAttribute(n))];
      about.push(...REFERENCES.map((n) => words(one.getAttribute(n) ?? "").every(there)));
      about.push(ids.has(one.id), one.alt === "", one.labels?.length > 0 || (one.matches(NAMED) && isNamed(one)));
      if (one.id) ids.add(one.id);
      if (one.matches("a[href^='#']")) about.push(!!there(one.hash.slice(1)));
      if (one.matches("a")) about.push(s.textDecorationLine, s.color, getComputedStyle(one.parentElement).color);
      if (one.matches("th")) about.push(!!one.closest("table").querySelector("td"));
      if (seen && one.matches("h1, h2, h3, h4, h5, h6")) about.push(heading, (heading = +one.tagName[1]));
      if (seen && one.matches(LANDMARKS)) {
        const landmark = [one.localName, one.getAttribute("role"), title(one)].join("|");
        about.push(landmarks.has(landmark));
        landmarks.add(landmark);
      }
      if (/auto|scroll/.test(s.overflowX + s.overflowY))
        about.push(one.scrollWidth > one.clientWidth, one.scrollHeight > one.clientHeight);
      noted.pieces.set(one, name(...about));
      found.add(noted.pieces.get(one));
      if (seen && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) texts.add(lookOf(one));
    }
    for (const kind of ["main", "h1"]) found.add(kind + Math.min(2, document.querySelectorAll(kind).length));
    return [[...found], [...texts]];
  };

  // What breaks a rule is a new piece, or lies around one: nothing else is asked of. But what a rule asks of the page, or
  // of several elements together, is asked of all.
  const asksOfOne = (rule) => !rule.pageLevel
    && ![...rule.any, ...rule.all, ...rule.none].some((check) => axe._audit.checks[check.id ?? check].after);
  const askOnly = (rule, wanted) => {
    const gather = rule.gather;
    rule.gather = function (...about) {
      const visible = this.excludeHidden;
      this.excludeHidden = false; // that is found out with much effort, so of those that are wanted alone
      const chosen = gather.apply(this, about).filter((node) => wanted(node.actualNode));
      this.excludeHidden = visible;
      return visible ? chosen.filter((node) => axe.commons.dom.isVisibleToScreenReaders(node)) : chosen;
    };
  };

  // Contrast is two thirds of what axe computes: it asks of every text what lies behind it. Of a page's hundreds of
  // texts with a dozen looks it is measured once of each; also whether the rule applies is asked of few of each look.
  // A text that axe cannot judge (partly hidden, say) says nothing of the others. A link in a text is told from it by
  // colours and lines as well, which is a third of the rest: of links that look alike in blocks that do, few are asked.
  const violations = async () => {
    const check = axe._audit.checks["color-contrast"], judge = check.evaluate;
    const rule = axe._audit.rules.find((one) => one.id === "color-contrast"), applies = rule.matches;
    const links = axe._audit.rules.find((one) => one.id === "link-in-text-block"), inText = links.matches;
    const tells = ["link-in-text-block", "link-in-text-block-style"].map((one) => axe._audit.checks[one]);
    const told = tells.map((one) => one.evaluate);
    const asked = new Map(), good = new Set(), standsOut = new Set(known);
    const around = new Set();
    const isNew = new Set(fresh);
    for (const [one, piece] of noted.pieces)
      if (isNew.has(piece)) for (let e = one; e && !around.has(e); e = e.parentElement) around.add(e);
    for (const one of axe._audit.rules)
      if (one !== rule && one !== links && asksOfOne(one)) askOnly(one, (element) => around.has(element));
    // Of what is no text itself, nor holds what was typed, no look was noted.
    askOnly(rule, (element) => noted.looks.has(element) || element.matches("input, select, textarea, option"));
    const few = (look, applies) => {
      const before = asked.get(look) ?? 0;
      if (standsOut.has(look) || before >= most || !applies()) return false;
      asked.set(look, before + 1);
      return true;
    };
    rule.matches = function (element, ...rest) {
      return few(lookOf(element), () => applies.call(this, element, ...rest));
    };
    links.matches = function (element, ...rest) {
      return few(linkLookOf(element), () => inText.call(this, element, ...rest));
    };
    tells.forEach((one, n) => {
      one.evaluate = function (element, ...rest) {
        const said = told[n].call(this, element, ...rest);
        if (said === true) good.add(linkLookOf(element));
        return said;
      };
    });
    check.evaluate = function (element, ...rest) {
      const look = lookOf(element);
      if (good.has(look)) return true;
      const said = judge.call(this, element, ...rest);
      if (said) good.add(look);
      return said;
    };
    // Of what is in order nothing is fetched: it fills megabytes. Style sheets are not read anew: that is for sound and
    // film alone.
    const said = await axe.run(
      without ? { exclude: [[without]] } : document,
      // Where no piece is new, it is the looks of some texts that are unknown.
      { resultTypes: ["violations"], preload: false, ...(fresh.length ? {} : { runOnly: [rule.id, links.id] }) },
    );
    axe._audit.rules.forEach((one) => delete one.gather);
    const fell = said.incomplete.find((one) => one.error); // axe says of a rule that fell over no more than that
    if (fell) throw new Error(`${fell.id}: ${fell.error.message ?? fell.error}`);
    [check.evaluate, rule.matches, links.matches] = [judge, applies, inText];
    tells.forEach((one, n) => (one.evaluate = told[n]));
    return [said.violations, [...good]];
  };

  return known ? violations() : pieces();
}
