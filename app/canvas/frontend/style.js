// How the drawing looks: Cytoscape's stylesheet from the page's theme and the schema's types and modalities.
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

const badgeWidth = hidden => 0.8 * (12 + 8 * (hidden > 99 ? 3 : String(hidden).length + 1));

export function stylesheet(theme, types, modalities) {
  return [...nodes(theme, types), ...edges(theme, modalities), ...states(theme)];
}

function nodes(theme, types) {
  const base = {
    selector: 'node',
    style: {
      width: 'data(size)', height: 'data(size)', 'border-width': 1.5, 'border-color': theme.ground,
      label: 'data(label)', color: theme.text, 'font-family': theme.font, 'font-size': 14, 'font-weight': 600, 'min-zoomed-font-size': 6,
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
  return [base, ...kinds, tinted, classes];
}

function pictures(type, theme) {
  const drawn = icon(type.path, theme.dark ? '#10151f' : '#ffffff');
  const share = type.shape === 'round-triangle' || type.shape === 'star' ? '42%' : '56%';
  const low = type.shape === 'round-triangle' ? '68%' : '50%';
  const hidden = node => node.data('hidden') > 0;
  return {
    'background-image': node => (hidden(node) ? [drawn, badge(node.data('hidden'), theme)] : [drawn]),
    'background-width': node => (hidden(node) ? [share, badgeWidth(node.data('hidden'))] : [share]),
    'background-height': node => (hidden(node) ? [share, 16] : [share]),
    'background-position-x': node => (hidden(node) ? ['50%', '50%'] : ['50%']),
    'background-position-y': node => (hidden(node) ? [low, '50%'] : [low]),
    'background-offset-x': node => (hidden(node) ? [0, 0.46 * node.data('size')] : [0]),
    'background-offset-y': node => (hidden(node) ? [0, -0.42 * node.data('size')] : [0]),
    'background-clip': node => (hidden(node) ? ['none', 'none'] : ['none']),
    'background-image-containment': node => (hidden(node) ? ['over', 'over'] : ['over']),
  };
}

function edges(theme, modalities) {
  const base = {
    selector: 'edge',
    style: {
      'curve-style': 'bezier', 'control-point-step-size': 46, width: 'data(width)', 'arrow-scale': 0.9, 'target-arrow-shape': 'triangle',
      label: 'data(label)', color: theme.text, 'font-family': theme.font, 'font-size': 12, 'min-zoomed-font-size': 6, 'text-rotation': 'autorotate',
      'text-background-color': theme.ground, 'text-background-opacity': 0.92, 'text-background-padding': 2, 'text-background-shape': 'round-rectangle',
    },
  };
  const said = Object.entries(modalities).map(([name, modality]) => {
    const colour = lineColour(name, modality, theme);
    return { selector: `edge[modality="${name}"]`, style: { 'line-style': modality.line, 'line-dash-pattern': [7, 4], 'line-color': colour, 'target-arrow-color': colour } };
  });
  const denied = { selector: 'edge[modality="denied"]', style: { 'target-arrow-shape': 'tee' } };
  const symmetric = { selector: 'edge[?symmetric]', style: { 'target-arrow-shape': 'none' } };
  return [base, ...said, denied, symmetric];
}

function states(theme) {
  const bold = { width: 'data(strong)', color: theme.ground, 'text-background-color': theme.accent, 'text-background-opacity': 1, 'z-index': 20 };
  return [
    { selector: 'edge.quiet', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
    { selector: 'edge.near', style: { 'z-index': 9 } },
    { selector: 'edge.over', style: { label: 'data(told)', 'text-opacity': 1, 'text-background-opacity': 1, 'z-index': 19 } },
    { selector: 'node[?faint]', style: { opacity: 0.4 } },
    { selector: '.dim', style: { opacity: 0.14 } },
    { selector: 'node:selected', style: { 'border-width': 4, 'border-style': 'solid', 'border-color': theme.accent, 'border-position': 'outside', 'underlay-color': theme.accent, 'underlay-opacity': 0.16, 'underlay-padding': 9, 'underlay-shape': 'ellipse' } },
    { selector: 'edge:selected', style: { ...bold, 'text-opacity': 1, 'line-color': theme.accent, 'target-arrow-color': theme.accent } },
    { selector: '.cursor', style: { 'overlay-color': theme.accent, 'overlay-opacity': 0.22, 'overlay-padding': 7 } },
    { selector: 'node.fresh', style: { opacity: 0 } },
  ];
}
