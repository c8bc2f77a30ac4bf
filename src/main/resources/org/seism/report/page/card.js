/* The card of one motif. */
'use strict';

SEISM.fact = (name, value, title) => SEISM.el('div', { class: 'fact', title }, SEISM.el('dt', {}, name), SEISM.el('dd', {}, value));

SEISM.direct = function (report, motif) {
  const d = SEISM.direction(report, motif);
  return SEISM.el('span', { class: 'direction ' + d.word }, SEISM.el('span', { 'aria-hidden': 'true' }, d.sign + '\u00a0'), d.text);
};

/** The logo, the other strand on a click, and its downloads. */
SEISM.logoPanel = function (report, motif) {
  const image = SEISM.el('img', { class: 'logo' });
  let reversed = false;
  const current = () => reversed ? motif.logo.reverse : motif.logo.forward;
  const name = () => 'logo-' + motif.rank + (reversed ? '-reverse' : '');
  const onDisk = (ending) => reversed ? null : report.files.find((f) => f.name === name() + ending);
  const show = () => {
    image.src = SEISM.svgSource(current());
    image.alt = reversed ? motif.logo.reverseDescription : motif.logo.description;
  };
  const flip = motif.logo.reverse && report.data.alphabet === 'DNA' ? SEISM.el('button', { type: 'button', class: 'flip',
    click: () => {
      reversed = !reversed;
      flip.lastChild.textContent = reversed ? 'Show strand as selected' : 'Show reverse complement';
      show();
      SEISM.announce(image.alt);
    } }, SEISM.el('span', { 'aria-hidden': 'true' }, '⇄ '), 'Show reverse complement') : null;
  const save = async (ending, make) => {
    const file = onDisk(ending);
    SEISM.save(name() + ending, file ? await SEISM.fileBlob(file) : await make());
  };
  show();
  if (flip) {
    image.addEventListener('click', () => flip.click());
    image.classList.add('clickable');
  }
  return SEISM.el('div', { class: 'logo-panel' },
    SEISM.el('div', { class: 'plate' }, image),
    SEISM.el('div', { class: 'bar' }, flip,
      SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the logo of ' + motif.name + ' as SVG',
        click: () => save('.svg', () => new Blob([current()], { type: 'image/svg+xml' })) }, 'Logo SVG'),
      SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the logo of ' + motif.name + ' as PNG',
        click: () => save('.png', () => SEISM.svgToPng(current())) }, 'Logo PNG')));
};

/** All p-values of a motif on one logarithmic scale. */
SEISM.pPanel = function (report, motif) {
  const rows = SEISM.pValues(report, motif);
  const smallest = Math.min(...rows.map((r) => r.log10));
  const decades = Math.min(16, Math.max(4, Math.ceil(-smallest + 0.3)));
  const place = (log10) => 100 * Math.min(1, Math.max(0, -log10 / decades));
  const step = decades > 8 ? 4 : decades > 5 ? 2 : 1;
  const ticks = [];
  for (let k = 0; k <= decades; k += step) {
    ticks.push(SEISM.el('span', { style: 'left:' + place(-k) + '%' }, k === 0 ? '1' : k === 1 ? '0.1' : k === 2 ? '0.01'
      : SEISM.power(-k, 1).replace(/^1.×./, '')));
  }
  const alpha = place(Math.log10(report.alpha));
  return SEISM.el('section', { class: 'p-panel', 'aria-label': 'P-values of ' + motif.name },
    SEISM.el('h3', {}, 'P-values', SEISM.el('span', { class: 'muted' }, 'further right is stronger; the line marks ' + SEISM.level(report))),
    rows.map((r) => SEISM.el('div', { class: 'p-row ' + r.key + (r.headline ? ' headline' : '') + (r.valid ? '' : ' invalid') },
      SEISM.el('div', { class: 'p-name' }, r.name),
      SEISM.el('div', { class: 'p-value' }, r.text),
      SEISM.el('div', { class: 'p-detail' }, r.detail),
      SEISM.el('div', { class: 'track', 'aria-hidden': 'true' }, SEISM.el('i', { class: 'alpha', style: 'left:' + alpha + '%' }),
        SEISM.el('i', { class: 'stem', style: 'width:' + place(r.log10) + '%' }), SEISM.el('i', { class: 'dot', style: 'left:' + place(r.log10) + '%' }),
        -r.log10 > decades ? SEISM.el('b', {}, '→') : null),
      SEISM.el('p', {}, r.sentence))),
    SEISM.el('div', { class: 'ticks', 'aria-hidden': 'true' }, ticks),
    SEISM.disagreement(report, motif));
};

SEISM.members = function (motif) {
  const others = motif.members.slice(1);
  const text = (m) => m.word + (m.reverse && m.reverse !== m.word ? ' / ' + m.reverse : '');
  const several = new Set(motif.members.map((m) => m.bandwidth)).size > 1;
  const name = (m) => text(m) + (several ? ' (b = ' + SEISM.number(m.bandwidth) + ')' : '');
  if (!others.length) {
    return SEISM.el('p', { class: 'note' }, 'No other candidate is equivalent to this one in these sequences.');
  }
  return SEISM.el('details', { class: 'more' },
    SEISM.el('summary', {}, 'Equivalent words', SEISM.el('span', { class: 'muted' }, ' ' + SEISM.plural(others.length, 'word', 'words')
      + ' that these sequences cannot tell apart')),
    SEISM.el('ul', { class: 'words' }, others.map((m) => SEISM.el('li', {}, name(m)))));
};

/** The matrix that was tested, where words are refined or a library's matrices are selected from; the logo above it is counted on its sites. */
SEISM.testedPanel = function (motif) {
  if (!motif.tested) {
    return null;
  }
  const image = SEISM.el('img', { class: 'logo', alt: 'Tested matrix. ' + motif.tested.description });
  image.src = SEISM.svgSource(motif.tested.svg);
  return SEISM.el('div', { class: 'logo-panel tested' },
    SEISM.el('p', { class: 'note' }, (motif.tested.seed ? 'The matrix that was tested, refined from the word ' + motif.tested.seed
      : 'The matrix of the library that was tested, ' + motif.all.libraryMatrix) + '. The logo above is counted on its sites.'),
    SEISM.el('div', { class: 'plate' }, image));
};

/** Everything that is known about the motif, by the names that tables and files use. */
SEISM.allFigures = function (report, motif) {
  const rows = report.fields.filter((f) => motif.all[f.key]);
  return SEISM.el('details', { class: 'more' },
    SEISM.el('summary', {}, 'All figures', SEISM.el('span', { class: 'muted' }, ' ' + rows.length + ', under the names that tables and files use')),
    SEISM.el('dl', { class: 'all' }, rows.map((f) => [SEISM.el('dt', { title: f.meaning }, f.label),
      SEISM.el('dd', {}, motif.all[f.key].replaceAll(',', ', ') + (f.unit ? ' ' + f.unit : ''), SEISM.el('span', { class: 'muted' }, ' ' + f.meaning))]).flat()));
};

/** Who holds the word: counts that a text search can check, per class or with the mean phenotype. */
SEISM.countsTable = function (report, motif) {
  const d = report.data;
  const c = motif.counts;
  const rows = ['Exactly', 'One mismatch', 'Not at all'];
  const share = (n, of) => SEISM.count(n) + (of ? ' (' + SEISM.percent(n / of) + ')' : '');
  const cells = rows.map((name, g) => {
    if (!c.positives) {
      return [name, SEISM.count(c.sequences[g]), c.means[g] === null ? '–' : SEISM.number(c.means[g])];
    }
    const negatives = c.sequences[g] - c.positives[g];
    return [name, share(c.positives[g], motif.matrix.of[1]), share(negatives, motif.matrix.of[0])];
  });
  const heads = ['Holds ' + motif.consensus].concat(c.positives ? [SEISM.className(report, 1), SEISM.className(report, 0)] : ['Sequences', 'Mean ' + d.phenotype]);
  return SEISM.el('div', { class: 'held' },
    SEISM.el('table', {}, SEISM.el('thead', {}, SEISM.el('tr', {}, heads.map((h, k) => SEISM.el('th', { scope: 'col', class: k ? 'numeric' : '' }, h)))),
      SEISM.el('tbody', {}, cells.map((row) => SEISM.el('tr', {}, row.map((t, k) => SEISM.el(k ? 'td' : 'th', k ? { class: 'numeric' } : { scope: 'row' }, t)))))),
    c.few ? SEISM.el('p', { class: 'flag' }, SEISM.el('strong', {}, 'Few: '), 'only ' + SEISM.plural(c.sequences[0], 'sequence holds', 'sequences hold')
      + ' the word exactly. What is known of it comes from near matches; look at the sites before you trust it.') : null);
};

/** Buttons that copy what other programs ask for. */
SEISM.copyBar = function (report, motif) {
  const button = (label, what, text) => {
    const b = SEISM.el('button', { type: 'button', class: 'quiet', 'data-copy': what, 'aria-label': 'Copy ' + label + ' of ' + motif.name,
      click: () => SEISM.copy(text(), b) }, label);
    return b;
  };
  const bed = report.data.regions !== undefined;
  return SEISM.el('div', { class: 'bar copies' }, SEISM.el('span', { class: 'muted' }, 'Copy'),
    button('word', 'word', () => motif.consensus), button('matrix (MEME)', 'meme', () => motif.matrix.meme),
    motif.matrix.jaspar ? button('matrix (JASPAR)', 'jaspar', () => motif.matrix.jaspar) : null,
    report.data.text === undefined ? null : [button('sites', 'sites', () => SEISM.sitesTsv(report, motif)),
      SEISM.el('button', { type: 'button', class: 'quiet', 'data-save': 'sites', 'aria-label': 'Save the sites of ' + motif.name + (bed ? ' as BED' : ' as TSV'),
        click: () => bed ? SEISM.save(motif.name + '-sites.bed', new Blob([SEISM.sitesBed(report, motif)], { type: 'text/plain' }))
          : SEISM.save(motif.name + '-sites.tsv', new Blob([SEISM.sitesTsv(report, motif)], { type: 'text/tab-separated-values' })) },
      bed ? 'Save sites (BED)' : 'Save sites (TSV)')]);
};

SEISM.verdict = function (report, motif) {
  if (report.kind === 'selected') {
    return SEISM.el('span', { class: 'verdict no' }, 'Not tested');
  }
  const kept = SEISM.isKept(motif);
  const headline = SEISM.headlineP(report, motif);
  return SEISM.el('span', { class: 'verdict ' + (kept ? 'yes' : 'no') }, kept ? '✓ ' : '○ ', (kept ? 'Kept' : 'Not kept') + ' at ' + SEISM.level(report) + ', p '
    + (/^[<≤]/.test(headline.text) ? '' : '= ') + headline.text);
};

SEISM.card = function (report, motif) {
  const value = SEISM.direction(report, motif).value;
  const facts = [
    SEISM.fact('Direction', SEISM.direct(report, motif)),
    report.kind === 'selected' ? null : SEISM.fact('Partial correlation', SEISM.number(value), 'with the phenotype, between −1 and 1'),
    motif.effect === undefined ? null : SEISM.fact('Effect', SEISM.number(motif.effect), 'change of ' + report.data.phenotype + ' from no fit to a perfect fit'),
    motif.r2 === undefined ? null : SEISM.fact('Variance explained', SEISM.percent(motif.r2), 'beyond covariates and the motifs before it'),
    SEISM.fact('Logo', SEISM.number(motif.logo.information, 3) + ' bits, ' + SEISM.plural(motif.logo.sites, 'site', 'sites')),
    motif.all.variantOf ? SEISM.fact('Variant of', 'motif ' + motif.all.variantOf, 'their sites overlap') : null,
    motif.all.attachment ? SEISM.fact('Place', motif.all.attachment) : null,
    SEISM.resembles(motif) ? SEISM.fact('Resembles', SEISM.resembles(motif), 'best matches in the library; paralogues cannot be told apart') : null,
    report.kind !== 'selected' && motif.list === undefined ? SEISM.fact('P (Holm)', SEISM.p(motif.holm), 'adjusted for the number of motifs') : null,
  ];
  return SEISM.el('article', { class: 'card motif', id: 'motif-' + motif.rank, 'aria-labelledby': 'motif-title-' + motif.rank },
    SEISM.el('header', {},
      SEISM.el('h2', { id: 'motif-title-' + motif.rank }, SEISM.el('span', { class: 'rank' }, 'Motif ' + motif.rank),
        SEISM.el('span', { class: 'consensus' }, motif.consensus)),
      SEISM.verdict(report, motif)),
    SEISM.el('div', { class: 'two' },
      SEISM.el('div', {}, SEISM.logoPanel(report, motif), SEISM.el('p', { class: 'note' }, (motif.matrix.grown ? 'The matrix grown from the word '
        : 'The sequences are mutants of one another, so the matrix keeps to the word ') + motif.consensus + ': descriptive, fitted to the data, never tested.'),
      SEISM.copyBar(report, motif), SEISM.testedPanel(motif), SEISM.el('dl', { class: 'facts' }, facts), SEISM.countsTable(report, motif)),
      report.kind === 'selected' ? SEISM.untested() : SEISM.pPanel(report, motif)),
    SEISM.el('div', { class: 'figures' }, motif.sampled ? SEISM.nullFigure(report, motif) : null,
      SEISM.activationFigure(report, motif), SEISM.positionsFigure(report, motif), SEISM.siteMap(report, motif)),
    SEISM.siteTable(report, motif), SEISM.members(motif), SEISM.allFigures(report, motif));
};

/** Where there are no p-values, why, and how to get them. */
SEISM.untested = () => SEISM.el('section', { class: 'p-panel', 'aria-label': 'P-values' }, SEISM.el('h3', {}, 'No p-value yet'),
  SEISM.el('p', { class: 'note' }, 'The best of thousands of candidates goes well with any phenotype, also with a random one. What is shown here is no finding: '
    + 'connect a Null Sampler and Selective P-Values to test it.'));

/** Name of what a library holds that is like the motif; empty where none was compared. */
SEISM.resembles = (motif) => motif.all.resembles || '';
