package org.seism.report;

/** Scripts that look for what a reader would stumble over; each gives a list of findings. */
final class Checks {
    private Checks() {
    }

    /** Elements that reach over the window's right edge, outside of what scrolls. */
    static final String OVERFLOW = """
        const found = [];
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth > width) found.push('page ' + document.documentElement.scrollWidth);
        for (const e of document.querySelectorAll('#seism *')) {
          if (e.closest('.scroll, .plot, .sr-only, .viewport, .head button')) continue;
          const r = e.getBoundingClientRect();
          if (r.width > 0 && (r.right > width + 1 || r.left < -1)) found.push(e.tagName + '.' + e.className + ' ' + r.left + '..' + r.right);
        }
        return found.slice(0, 10);
        """;

    /** Text whose contrast is below 4.5 to 1, or 3 to 1 where it is large. */
    static final String CONTRAST = """
        const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
        const parse = (s) => (s.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
        const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
          if (c.length < 4 || c[3] > 0.99) return c; } return [255, 255, 255]; };
        const found = new Set();
        for (const e of document.querySelectorAll('#seism *')) {
          if (e.closest('.plot, .sr-only, svg') || !Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim())) continue;
          const style = getComputedStyle(e);
          const a = light(parse(style.color)), b = light(ground(e));
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const size = parseFloat(style.fontSize);
          if (ratio < (size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5)) found.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
        }
        return Array.from(found).slice(0, 10);
        """;

    /** Controls and pictures without a name, ids that stand twice, headings that skip a level. */
    static final String NAMES = """
        const found = [];
        for (const b of document.querySelectorAll('button, summary, a, input, [role=region]')) {
          const by = b.getAttribute('aria-labelledby');
          if (!b.textContent.trim() && !b.getAttribute('aria-label') && !(by && document.getElementById(by))) found.push(b.outerHTML.slice(0, 80));
        }
        document.querySelectorAll('img:not([alt]), [role=img]:not([aria-label])').forEach((i) => found.push(i.outerHTML.slice(0, 80)));
        const ids = Array.from(document.querySelectorAll('[id]'), (e) => e.id);
        ids.filter((id, k) => ids.indexOf(id) !== k).forEach((id) => found.push('twice: ' + id));
        if (document.querySelectorAll('h1').length !== 1) found.push('no single h1');
        return found.slice(0, 10);
        """;
}
