/* A chart with its title, its description and its buttons; drawn when it comes into view. */
'use strict';

SEISM.figures = [];

SEISM.isPrinting = () => document.documentElement.classList.contains('printing');

SEISM.isDark = () => document.documentElement.dataset.theme === 'dark';

/**
 * @param spec title, label (what screen readers say), note, name (of saved files), canvas (for thousands of points), points (how many),
 *   height, option(palette, width): an ECharts option
 */
SEISM.figure = function (spec) {
  const plot = SEISM.el('div', { class: 'plot', role: 'img', 'aria-label': spec.label, style: 'height:' + spec.height + 'px' });
  const figure = SEISM.el('figure', { class: 'figure' },
    SEISM.el('figcaption', {}, SEISM.el('h3', {}, spec.title),
      SEISM.el('span', { class: 'tools' },
        SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save “' + spec.title + '” as SVG',
          click: () => SEISM.save(spec.name + '.svg', new Blob([SEISM.figureSvg(spec)], { type: 'image/svg+xml' })) }, 'SVG'),
        SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save “' + spec.title + '” as PNG',
          click: async () => SEISM.save(spec.name + '.png', await SEISM.svgToPng(SEISM.figureSvg(spec))) }, 'PNG'))),
    plot, spec.note ? SEISM.el('p', { class: 'note' }, spec.note) : null);
  const entry = { spec, plot, chart: null, width: 0,
    draw() {
      if (entry.chart) {
        entry.chart.dispose();
      }
      const height = SEISM.isPrinting() ? Math.min(170, spec.height) : spec.height;
      plot.style.height = height + 'px';
      entry.width = plot.clientWidth;
      if (entry.width < 20) {
        entry.chart = null;
        return;
      }
      // on paper thousands of points are shapes as well, so that none is lost and all stay sharp
      const canvas = spec.canvas && !(SEISM.isPrinting() && spec.points <= 20000);
      entry.chart = echarts.init(plot, null, { renderer: canvas ? 'canvas' : 'svg', width: entry.width, height,
        devicePixelRatio: SEISM.isPrinting() ? 3 : undefined });
      entry.chart.setOption(SEISM.complete(spec.option(SEISM.palette(SEISM.isDark()), entry.width), SEISM.palette(SEISM.isDark())));
    } };
  SEISM.figures.push(entry);
  SEISM.watch(entry);
  return figure;
};

/** The figure on white, for papers and slides. */
SEISM.figureSvg = function (spec) {
  const width = 640;
  const palette = SEISM.palette(false);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: Math.max(spec.height, 300) });
  const option = SEISM.complete(spec.option(palette, width), palette);
  option.backgroundColor = '#ffffff';
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  // what XML forbids even as an escape, as a name from a file may hold it
  return svg.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ' ');
};

/** What all charts share. */
SEISM.complete = function (option, palette) {
  const line = { lineStyle: { color: palette.axis } };
  if (option.yAxis.name) {
    // beside the labels, however wide they are: the labels stand between the name and the axis
    option.yAxis.nameGap = SEISM.labelWidth(option) + 18;
    option.grid = Object.assign({}, option.grid, { left: 28 });
  }
  const axis = (a) => Object.assign({ nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: palette.muted, fontSize: 12 } }, a, {
    axisLine: Object.assign({ show: true, onZero: false }, line, a.axisLine),
    axisTick: Object.assign({}, line, a.axisTick),
    splitLine: Object.assign({ lineStyle: { color: palette.grid } }, a.splitLine),
    axisLabel: Object.assign({ color: palette.muted, fontSize: 11.5, lineHeight: 14, hideOverlap: true }, a.axisLabel),
  });
  return Object.assign({
    animation: false,
    textStyle: { fontFamily: SEISM.font },
    grid: { left: 12, right: 14, top: 22, bottom: 30, containLabel: true },
  }, option, {
    xAxis: axis(option.xAxis), yAxis: axis(option.yAxis),
    // beyond 3000 points the library would draw bit by bit, and a saved or printed figure would hold the first bits only
    series: option.series.map((s) => Object.assign({ progressive: 0 }, s)),
    tooltip: Object.assign({ trigger: 'item', confine: true, backgroundColor: palette.card, borderColor: palette.axis,
      textStyle: { color: palette.ink, fontSize: 12 } }, option.tooltip),
  });
};

/** Width in pixels of the widest label of the vertical axis. */
SEISM.labelWidth = function (option) {
  const y = option.yAxis;
  let texts;
  if (y.texts) {
    texts = y.texts;
  } else {
    const values = option.series.flatMap((s) => (s.data || []).map((d) => Array.isArray(d) ? d[1] : d && d.value ? d.value[1] : d)).filter(Number.isFinite);
    const low = y.min !== undefined ? y.min : values.reduce((m, v) => Math.min(m, v), Infinity);
    const high = y.max !== undefined ? y.max : values.reduce((m, v) => Math.max(m, v), -Infinity);
    // labels stand at round numbers, of which two decimals of the range are enough to know the length
    const digits = Math.max(0, Math.ceil(1 - Math.log10((high - low) / 5 || 1)) - 1);
    texts = [low, high, (low + high) / 2].map((v) => Math.abs(v) >= 1e4 ? Math.round(v).toLocaleString('en') : (v < 0 ? '-' : '') + Math.abs(v).toFixed(Math.min(6, digits)));
  }
  const measure = SEISM.measure || (SEISM.measure = document.createElement('canvas').getContext('2d'));
  measure.font = '11.5px ' + SEISM.font;
  return Math.max(...texts.map((t) => measure.measureText(t).width), 8);
};

// without quotes: the library puts the names into an attribute as they are
SEISM.font = 'Inter, Segoe UI, system-ui, -apple-system, Roboto, Helvetica Neue, Arial, sans-serif';

SEISM.observer = 'IntersectionObserver' in window ? new IntersectionObserver((entries) => {
  for (const e of entries) {
    const entry = SEISM.figures.find((f) => f.plot === e.target);
    if (e.isIntersecting && entry && !entry.chart) {
      entry.draw();
    }
  }
}, { rootMargin: '300px' }) : null;

SEISM.resizer = 'ResizeObserver' in window ? new ResizeObserver((entries) => {
  for (const e of entries) {
    const entry = SEISM.figures.find((f) => f.plot === e.target);
    if (entry && entry.chart && Math.abs(entry.plot.clientWidth - entry.width) > 2) {
      entry.draw();
    }
  }
}) : null;

SEISM.watch = function (entry) {
  if (SEISM.observer) {
    SEISM.observer.observe(entry.plot);
  } else {
    requestAnimationFrame(entry.draw);
  }
  if (SEISM.resizer) {
    SEISM.resizer.observe(entry.plot);
  }
};

SEISM.redraw = (all) => SEISM.figures.filter((f) => all || f.chart).forEach((f) => f.draw());
