"""axe, made cheaper: of texts that look alike on grounds that look alike one is measured."""

from __future__ import annotations

from typing import Final

from axe_playwright_python.sync_playwright import Axe

#: Contrast is two thirds of what axe computes: it asks of every text what lies behind it. What decides is the look of
#: the text and of all that it lies in; a page has hundreds of texts and a dozen looks. A text that axe cannot judge
#: (partly hidden, say) says nothing of the others. Also whether the rule applies is asked of few of each look.
_EACH_LOOK_ONCE: Final = """
(() => {
  const MOST = 3;
  const check = axe._audit.checks["color-contrast"], judge = check.evaluate;
  const rule = axe._audit.rules.find((one) => one.id === "color-contrast"), applies = rule.matches;
  const asked = new Map();
  const numbers = new Map(), grounds = new Map(), good = new Set();
  const ground = (element) => {
    if (!element) return 0;
    if (!grounds.has(element)) {
      const s = getComputedStyle(element);
      const look = [
        ground(element.parentElement), s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.position,
        s.mixBlendMode,
      ].join("|");
      if (!numbers.has(look)) numbers.set(look, numbers.size + 1);
      grounds.set(element, numbers.get(look));
    }
    return grounds.get(element);
  };
  const lookOf = (element) => {
    const s = getComputedStyle(element);
    return [ground(element), s.color, s.fontSize, s.fontWeight, s.textShadow].join("|");
  };
  rule.matches = function (element, ...rest) {
    const look = lookOf(element), before = asked.get(look) || 0;
    if (before >= MOST || !applies.call(this, element, ...rest)) return false;
    asked.set(look, before + 1);
    return true;
  };
  check.evaluate = function (element, ...rest) {
    const look = lookOf(element);
    if (good.has(look)) return true;
    const said = judge.call(this, element, ...rest);
    if (said) good.add(look);
    return said;
  };
})();
"""

#: Evaluated anew before each look at a page: what it remembers holds for that look alone.
AXE: Final = f"{Axe().axe_script}\n{_EACH_LOOK_ONCE}"
