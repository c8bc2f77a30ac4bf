/* The page of a panel: what was found, motif by phenotype, and all phenotypes. */
'use strict';
{
  const panel = JSON.parse(document.getElementById('seism-data').textContent);
  const el = SEISM.el;
  const nothing = (x) => x === undefined || x === null || Number.isNaN(x);
  const p = (x) => nothing(x) ? '–' : SEISM.number(x, 2);
  const say = (text) => { document.getElementById('live').textContent = text; };

  const failed = panel.phenotypes.filter((f) => f.state === 'failed').length;
  const kept = panel.phenotypes.reduce((sum, f) => sum + (f.kept || 0), 0);

  function lead() {
    const level = SEISM.number(panel.alpha);
    if (panel.selected === 0) {
      return 'In none of the ' + SEISM.plural(panel.tested, 'phenotype', 'phenotypes') + ' do the sequences explain anything at the level ' + level
        + ', counted over all of them.' + (failed ? ' ' + failed + ' could not be analysed.' : '');
    }
    return 'Of ' + SEISM.plural(panel.tested, 'phenotype', 'phenotypes') + ', ' + panel.selected + (panel.selected === 1 ? ' has' : ' have')
      + ' something that the sequences explain: at most ' + SEISM.number(100 * panel.alpha) + '% of such findings are expected to be false (Benjamini and Hochberg over the '
      + 'first steps). Their motifs are kept while the p-value of the list is at most ' + SEISM.number(panel.level) + ' (' + level + ' × ' + panel.selected + ' / '
      + panel.tested + '; Benjamini and Bogomolov).' + (failed ? ' ' + failed + ' could not be analysed.' : '');
  }

  function heading() {
    const many = panel.groups.length;
    return el('header', { class: 'hero' },
      el('div', { class: 'top' }, el('span', { class: 'brand' }, 'SEISM'), el('span', { class: 'subject' }, 'Panel of ' + SEISM.plural(panel.phenotypes.length, 'phenotype', 'phenotypes')
        + (panel.title ? ': ' + panel.title : ''))),
      el('h1', {}, panel.selected === 0 ? 'Nothing is found in any phenotype' : SEISM.plural(kept, 'motif', 'motifs') + ' kept in ' + SEISM.plural(panel.selected, 'phenotype', 'phenotypes')
        + ', ' + SEISM.plural(many, 'kind', 'kinds') + ' of motif'),
      el('p', { class: 'lead' }, lead()));
  }

  /** A cell is as dark as the correlation is strong. */
  function cell(group, phenotype) {
    const member = group.members.find((m) => m.phenotype === phenotype);
    if (!member) {
      return el('td', { class: 'cell', title: group.consensus + ' is not kept in ' + panel.phenotypes[phenotype].name });
    }
    const r = member.correlation;
    const share = Math.round(100 * Math.min(1, 0.12 + 0.88 * Math.abs(r)));
    const said = panel.phenotypes[phenotype].name + ': motif ' + member.rank + ', ' + member.word + ', partial correlation ' + SEISM.number(r, 2) + ', p of the list ' + p(member.p);
    const text = SEISM.number(r, 2).replace(/^(\u2212|-)?0\./, '$1.');
    const link = panel.phenotypes[phenotype].link;
    const td = el('td', { class: 'cell ' + (r < 0 ? 'down' : 'up') + (share > 55 ? ' strong' : ''), title: said },
      link ? el('a', { href: link + '#motif-' + member.rank, 'aria-label': said }, text) : text);
    td.style.setProperty('--share', share + '%');
    return td;
  }

  function heat() {
    let columns = panel.phenotypes.map((f, k) => k).filter((k) => panel.phenotypes[k].state === 'found');
    let rows = panel.groups.slice();
    const strength = (group, phenotype) => {
      const member = group.members.find((m) => m.phenotype === phenotype);
      return member ? member.correlation : null;
    };
    const by = (value) => (a, b) => {
      const va = value(a);
      const vb = value(b);
      // what is not kept stands at the end
      return (va === null) - (vb === null) || (vb || 0) - (va || 0);
    };
    const table = el('table', { class: 'heat' });
    const head = (k) => {
      const name = panel.phenotypes[k].name;
      return el('th', { scope: 'col', class: 'turned', title: name }, el('button', { type: 'button', class: 'sort', click: () => {
        rows = rows.slice().sort(by((g) => strength(g, k)));
        draw();
        say('Motifs sorted by ' + name);
      } }, name.length > 22 ? name.slice(0, 20) + ' …' : name));
    };
    const row = (group) => el('tr', {},
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'sort', title: group.description, click: () => {
        columns = columns.slice().sort((a, b) => by((k) => strength(group, k))(a, b) || a - b);
        draw();
        say('Phenotypes sorted by ' + group.consensus);
      } }, el('span', { class: 'plate' }, el('img', { src: 'data:image/svg+xml;base64,' + group.logo, alt: '' })), el('span', { class: 'consensus' }, group.consensus))),
      el('td', { class: 'times' }, String(group.phenotypes)), columns.map((k) => cell(group, k)));
    function draw() {
      table.replaceChildren(el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'name' }, 'Motif'), el('th', { scope: 'col', class: 'times' }, 'In'), columns.map(head))),
        el('tbody', {}, rows.map(row)));
    }
    draw();
    return el('section', { class: 'card', id: 'heat' }, el('h2', {}, 'Motif by phenotype'),
      el('p', { class: 'key' }, el('span', {}, el('i', { class: 'up' }), 'goes with large values'), el('span', {}, el('i', { class: 'down' }), 'goes with small values'),
        el('span', {}, el('i', { class: 'none' }), 'not kept there'), el('span', {}, 'The number is the partial correlation. A click on a phenotype sorts the motifs, one on a motif the phenotypes.')),
      el('div', { class: 'scroll' }, table),
      el('p', { class: 'note' }, 'Motifs that look alike stand in one row, by the matrices grown from them. This describes and tests nothing: factors that bind the same word share a row.'));
  }

  const COLUMNS = [
    { title: 'Phenotype', value: (f) => f.name, show: (f) => f.link ? el('a', { href: f.link }, f.name) : f.name },
    { title: 'Result', css: 'state', value: (f) => ['found', 'nothing found', 'failed'].indexOf(f.state), show: (f) => f.state },
    { title: 'q', css: 'numeric', value: (f) => f.q, show: (f) => p(f.q) },
    { title: 'p', css: 'numeric', value: (f) => f.p, show: (f) => p(f.p) },
    { title: 'Kept', css: 'numeric', down: true, value: (f) => f.kept, show: (f) => nothing(f.kept) ? '–' : f.kept + ' of ' + f.motifs },
    { title: 'First motif', value: (f) => f.word, show: (f) => el('span', { class: 'consensus' }, f.word || '') },
    { title: 'Partial r', css: 'numeric', down: true, value: (f) => f.correlation, show: (f) => SEISM.number(f.correlation, 2) },
    { title: 'Sequences', css: 'numeric', down: true, value: (f) => f.sequences, show: (f) => nothing(f.sequences) ? '–' : SEISM.count(f.sequences) },
    { title: 'Remarks', css: 'remark', show: (f) => f.remark || '' },
  ];

  function all() {
    let sorted = { column: -1, down: false };
    const body = el('tbody', {});
    const lines = panel.phenotypes.map((f, k) => ({ f, k, row: el('tr', { class: f.state.split(' ')[0] }, COLUMNS.map((c) => el('td', { class: c.css }, c.show(f)))) }));
    const heads = COLUMNS.map((c, k) => el('th', { scope: 'col', class: c.css }, c.value ? el('button', { type: 'button', class: 'sort', click: () => {
      sorted = { column: k, down: sorted.column === k ? !sorted.down : Boolean(c.down) };
      order();
      say('Sorted by ' + c.title + (sorted.down ? ', largest first' : ', smallest first'));
    } }, c.title, el('span', { class: 'arrow', 'aria-hidden': 'true' })) : c.title));
    function order() {
      const c = COLUMNS[sorted.column];
      body.replaceChildren(...lines.slice().sort((a, b) => {
        if (!c) {
          return a.k - b.k;
        }
        const va = c.value(a.f);
        const vb = c.value(b.f);
        return nothing(va) - nothing(vb) || (sorted.down ? -1 : 1) * (va < vb ? -1 : va > vb ? 1 : 0) || a.k - b.k;
      }).map((l) => l.row));
      heads.forEach((h, k) => {
        if (COLUMNS[k].value) {
          h.setAttribute('aria-sort', k === sorted.column ? (sorted.down ? 'descending' : 'ascending') : 'none');
          h.querySelector('.arrow').textContent = k === sorted.column ? (sorted.down ? '\u00a0▾' : '\u00a0▴') : '';
        }
      });
    }
    order();
    return el('section', { class: 'card', id: 'phenotypes' }, el('h2', {}, 'All phenotypes'),
      el('div', { class: 'scroll' }, el('table', { class: 'phenotypes' }, el('thead', {}, el('tr', {}, heads)), body)),
      el('p', { class: 'note' }, 'p: is there anything at all in this phenotype? q: the same, counted over all phenotypes; those up to ' + SEISM.number(panel.alpha) + ' are found.'));
  }

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const colours = () => { document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'; };
  dark.addEventListener('change', colours);
  colours();
  document.title = (panel.title ? panel.title + ' – ' : '') + 'SEISM panel';
  const page = document.getElementById('seism');
  page.classList.add('panel');
  page.replaceChildren(heading(), el('main', {}, panel.groups.length ? heat() : null, all(),
    el('section', { class: 'card' }, el('h2', {}, 'How to make it again'), el('pre', {}, el('code', {}, panel.command)), el('p', { class: 'note' }, 'SEISM ' + panel.version))));
  document.documentElement.dataset.ready = 'true';
}
