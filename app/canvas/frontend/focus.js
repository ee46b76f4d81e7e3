// Looking at what lies around an entity: the keys 1 to 9 are how many steps away; all else fades, nothing moves.
export class Focus {
  constructor(view) { this.view = view; }

  around(degrees) {
    const { view } = this, { cy } = view;
    const start = view.choice.targets();
    if (start.empty()) return view.say('Select an entity first');
    let near = start;
    for (let i = 0; i < degrees; i += 1) near = near.union(near.neighborhood().nodes());
    const inside = near.union(near.edgesWith(near));
    cy.batch(() => { cy.elements('.far').removeClass('far'); cy.elements().not(inside).addClass('far'); });
    this.near = near;
    const words = `${degrees} ${degrees === 1 ? 'step' : 'steps'} around ${start.length === 1 ? start.data('label') : `${start.length} entities`}: ${near.length} of ${cy.nodes().length}`;
    view.say(words);
    view.parts.focus.hidden = false;
    view.parts.focus.firstElementChild.textContent = words;
    return undefined;
  }

  keep() {
    if (!this.near) return;
    const ids = this.near.map(node => node.id());
    this.leave();
    this.view.send('keep', null, null, { ids });
  }

  leave() {
    if (!this.near) return false;
    this.near = null;
    this.view.cy.elements('.far').removeClass('far');
    this.view.parts.focus.hidden = true;
    return true;
  }
}
