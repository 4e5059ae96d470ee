// Colour tokens as values, for what cannot read a stylesheet: WebGL, pictures to take away.

/**
 * Resolved colours, as `rgb(...)`, of custom properties such as `--ink`.
 * @param parent the tokens are read in its colour scheme
 */
export function tokenColors<Token extends string>(
  parent: Element,
  tokens: readonly Token[]
): Record<Token, string> {
  const probe = document.createElement('span');
  probe.hidden = true;
  parent.append(probe);
  const style = getComputedStyle(probe);
  const entries = tokens.map((token) => {
    probe.style.color = `var(${token})`;
    return [token, style.color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Record<Token, string>;
}

/** Colours of the light theme, for what is drawn on white whatever the screen shows. */
export function lightColors<Token extends string>(tokens: readonly Token[]): Record<Token, string> {
  const light = document.createElement('div');
  light.style.colorScheme = 'light';
  document.body.append(light);
  const colors = tokenColors(light, tokens);
  light.remove();
  return colors;
}
