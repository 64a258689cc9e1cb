/** The palette and the shortcut help can be opened from any place without threading state through the tree. */
const PALETTE = "gatehouse:palette";
const SHORTCUTS = "gatehouse:shortcuts";

const emit = (name: string) => () => window.dispatchEvent(new Event(name));
const subscribe = (name: string) => (listener: () => void) => {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
};

export const openPalette = emit(PALETTE);
export const openShortcuts = emit(SHORTCUTS);
export const onOpenPalette = subscribe(PALETTE);
export const onOpenShortcuts = subscribe(SHORTCUTS);
