// Addresses: what main calls app://sangathan/x, Chromium knows as https://sangathan.app.invalid/x, a host that exists nowhere.
// (.invalid is reserved for this by RFC 2606.)

export function toBrowser(url: string, schemes: Iterable<string>): string {
  for (const scheme of schemes) {
    const start = `${scheme}://`;
    if (!url.startsWith(start)) continue;
    const [host = '', ...rest] = url.slice(start.length).split('/');
    return `https://${host}.${scheme}.invalid/${rest.join('/')}`;
  }
  return url;
}

export function fromBrowser(url: string, schemes: Iterable<string>): string {
  for (const scheme of schemes) {
    const match = url.match(new RegExp(`^https://([^/]*)\\.${scheme}\\.invalid(/.*)?$`, 's'));
    if (match) return `${scheme}://${match[1]}${match[2] ?? '/'}`;
  }
  return url;
}
