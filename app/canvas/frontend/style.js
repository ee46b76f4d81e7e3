// How the drawing looks: Cytoscape's stylesheet from the page's theme and the schema's types and modalities.
import { BUNDLE_ICON, PIN_ICON } from './choosing.js';

const NEUTRAL = 'asserted'; // a plain statement is drawn plainly; the others stand out by colour and line

const variable = (element, name, otherwise) => getComputedStyle(element).getPropertyValue(name).trim() || otherwise;

// The page's colours now, and whether the ground is dark.
export function readTheme(root) {
  const ground = variable(root, '--st-background-color', '#ffffff');
  return {
    ground,
    dark: luminance(ground) < 0.4,
    text: variable(root, '--st-text-color', '#1b2230'),
    accent: variable(root, '--st-primary-color', '#26417f'),
    font: variable(root, '--st-font', 'sans-serif'),
  };
}

function luminance(colour) {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

export const shade = (colour, theme) => (theme.dark ? colour.dark : colour.light);

export function lineColour(name, modality, theme) {
  return name === NEUTRAL ? (theme.dark ? '#8b95a7' : '#6b7687') : shade(modality.colour, theme);
}

const asImage = svg => 'data:image/svg+xml;utf8,' + encodeURIComponent(svg);

function icon(path, colour) {
  return asImage(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="48" height="48"><path d="${path}" fill="${colour}"/></svg>`);
}

// The number of neighbours that aren't drawn, as a small badge at the node's shoulder.
function badge(hidden, theme) {
  const words = hidden > 99 ? '99+' : `+${hidden}`;
  const width = 12 + 8 * words.length;
  return asImage(`<svg xmlns="http://www.w3.org/2000/svg" width="${2 * width}" height="40" viewBox="0 0 ${width} 20"><rect x="1" y="1" width="${width - 2}" height="18" rx="9" fill="${theme.ground}" stroke="${theme.text}" stroke-opacity=".55"/><text x="${width / 2}" y="14" text-anchor="middle" font-family="sans-serif" font-size="11.5" font-weight="600" fill="${theme.text}">${words}</text></svg>`);
}

// A word that is longer than a line is broken where it has to be; names stay as they are in the data.
const broken = name => name.replace(/\S{20}(?=\S)/gu, '$&\u200b');

const badgeWidth = hidden => 0.8 * (12 + 8 * (hidden > 99 ? 3 : String(hidden).length + 1));

export function stylesheet(theme, types, modalities) {
  return [...nodes(theme, types), ...edges(theme, modalities), ...states(theme)];
}

function nodes(theme, types) {
  const base = {
    selector: 'node',
    style: {
      width: 'data(size)', height: 'data(size)', 'border-width': 1.5, 'border-color': theme.ground,
      label: node => broken(node.data('label')), color: theme.text, 'font-family': theme.font, 'font-size': 14, 'font-weight': 600, 'min-zoomed-font-size': 7.5,
      'text-valign': 'bottom', 'text-margin-y': 4, 'text-wrap': 'wrap', 'text-max-width': 130, 'text-outline-color': theme.ground, 'text-outline-width': 2.5,
      'bounds-expansion': 16,
    },
  };
  const kinds = Object.entries(types).map(([name, type]) => ({
    selector: `node[type="${name}"]`,
    style: { shape: type.shape, 'background-color': shade(type.colour, theme), ...pictures(type, theme) },
  }));
  const classes = { selector: 'node[?generic]', style: { 'background-opacity': 0.72, 'border-style': 'dashed', 'border-color': theme.text, 'border-width': 1.2 } };
  const tinted = { selector: 'node[?tint]', style: { 'background-color': node => shade(node.data('tint'), theme) } }; // an analysis's colour instead of the type's: shape and icon still tell the type
  const mixed = { selector: 'node[members > 0][type=""]', style: { shape: 'round-octagon', 'background-color': theme.dark ? '#8b95a7' : '#5b6678', ...pictures({ path: BUNDLE_ICON, shape: 'round-octagon' }, theme) } };
  const bundles = { selector: 'node[members > 0]', style: { 'border-width': 7, 'border-style': 'double', 'border-color': theme.text, 'border-opacity': 0.75, 'border-position': 'outside' } };
  return [base, ...kinds, mixed, tinted, classes, bundles];
}

// A node's icon, the badge with how many neighbours are hidden, and the mark of what is pinned.
function pictures(type, theme) {
  const drawn = icon(type.path, theme.dark ? '#10151f' : '#ffffff');
  const share = type.shape === 'round-triangle' || type.shape === 'star' ? '42%' : '56%';
  const low = type.shape === 'round-triangle' ? '68%' : '50%';
  const known = new Map(); // Cytoscape asks anew for each property whenever a node's look changes
  const parts = node => {
    const { hidden, pinned: held, size } = node.data(), key = `${hidden} ${Boolean(held)} ${size}`;
    if (!known.has(key)) known.set(key, make(hidden, held, size));
    return known.get(key);
  };
  const make = (hidden, held, size) => [
    { image: drawn, width: share, height: share, x: '50%', y: low, dx: 0, dy: 0 },
    ...(hidden > 0 ? [{ image: badge(hidden, theme), width: badgeWidth(hidden), height: 16, x: '50%', y: '50%', dx: 0.46 * size, dy: -0.42 * size }] : []),
    ...(held ? [{ image: pinned(theme), width: 17, height: 17, x: '50%', y: '50%', dx: -0.42 * size, dy: -0.42 * size }] : []),
  ];
  const each = name => node => parts(node).map(part => part[name]);
  return {
    'background-image': each('image'), 'background-width': each('width'), 'background-height': each('height'),
    'background-position-x': each('x'), 'background-position-y': each('y'), 'background-offset-x': each('dx'), 'background-offset-y': each('dy'),
    'background-clip': node => parts(node).map(() => 'none'), 'background-image-containment': node => parts(node).map(() => 'over'),
  };
}

function pinned(theme) {
  return asImage(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><circle cx="20" cy="20" r="18" fill="${theme.ground}" stroke="${theme.text}" stroke-opacity=".55" stroke-width="2"/><path transform="translate(8 8)" d="${PIN_ICON}" fill="${theme.text}"/></svg>`);
}

function edges(theme, modalities) {
  const base = {
    selector: 'edge',
    style: {
      'curve-style': 'bezier', 'control-point-step-size': 46, width: 'data(width)', 'arrow-scale': 0.9, 'target-arrow-shape': 'triangle',
      label: 'data(label)', color: theme.text, 'font-family': theme.font, 'font-size': 12, 'min-zoomed-font-size': 7.5, 'text-rotation': 'autorotate',
      'text-background-color': theme.ground, 'text-background-opacity': 0.92, 'text-background-padding': 2, 'text-background-shape': 'round-rectangle',
    },
  };
  const said = Object.entries(modalities).map(([name, modality]) => {
    const colour = lineColour(name, modality, theme);
    return { selector: `edge[modality="${name}"]`, style: { 'line-style': modality.line, 'line-dash-pattern': [7, 4], 'line-color': colour, 'target-arrow-color': colour } };
  });
  const denied = { selector: 'edge[modality="denied"]', style: { 'target-arrow-shape': 'tee' } };
  const several = { selector: 'edge[parts > 1]', style: { 'font-weight': 600 } };
  const mixed = { selector: 'edge[relation="*"]', style: { 'target-arrow-shape': 'none', 'source-arrow-shape': 'none', 'line-cap': 'round' } };
  const symmetric = { selector: 'edge[?symmetric]', style: { 'target-arrow-shape': 'none' } };
  return [base, ...said, denied, symmetric, several, mixed];
}

function states(theme) {
  const bold = { width: 'data(strong)', color: theme.ground, 'text-background-color': theme.accent, 'text-background-opacity': 1, 'z-index': 20 };
  return [
    { selector: 'edge.quiet', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
    { selector: 'edge.near', style: { 'z-index': 9 } },
    { selector: 'edge.over', style: { label: 'data(told)', 'text-opacity': 1, 'text-background-opacity': 1, 'z-index': 19 } },
    { selector: 'node[?faint]', style: { opacity: 0.4 } },
    { selector: 'node.nameless', style: { 'text-opacity': 0 } },
    { selector: 'node.landmark', style: { 'font-size': 'data(font)', 'text-opacity': 1, 'min-zoomed-font-size': 0, 'text-max-width': node => `${14 * node.data('font')}px`, 'z-index': 8 } },
    { selector: 'node.nameless:selected, node.nameless.cursor', style: { 'text-opacity': 1, 'min-zoomed-font-size': 0 } },
    { selector: '.dim', style: { opacity: 0.14 } },
    { selector: '.far', style: { opacity: 0.07, events: 'no', 'text-opacity': 0 } },
    { selector: 'core', style: { 'selection-box-color': theme.accent, 'selection-box-border-color': theme.accent, 'selection-box-opacity': 0.14, 'selection-box-border-width': 1.5, 'active-bg-opacity': 0, 'outside-texture-bg-opacity': 0 } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-style': 'solid', 'border-color': theme.accent, 'border-position': 'outside', 'underlay-color': theme.accent, 'underlay-opacity': 0.16, 'underlay-padding': 9, 'underlay-shape': 'ellipse' } },
    { selector: 'edge:selected', style: { ...bold, 'text-opacity': 1, 'line-color': theme.accent, 'target-arrow-color': theme.accent } },
    { selector: '.cursor', style: { 'overlay-color': theme.accent, 'overlay-opacity': 0.22, 'overlay-padding': 7 } },
    { selector: 'node.fresh', style: { opacity: 0 } },
  ];
}
