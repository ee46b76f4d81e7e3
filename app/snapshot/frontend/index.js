// Saves the canvas of this page as a PNG file. The canvas lends its picture: see Sight.download in app/canvas/frontend.
export default function (args) {
  const root = args.parentElement.querySelector('.snapshot');
  const said = root.querySelector('.snapshot-said');
  root.onclick = event => {
    const scale = event.target.closest('button')?.dataset.scale;
    if (!scale) return;
    const canvas = document.querySelector('[data-testid=kg-graph]')?.kg;
    if (canvas?.png) canvas.png(Number(scale), args.data.name);
    said.textContent = canvas?.png ? '' : 'No picture is drawn on this page';
  };
}
