// Tells TypeScript that an import ending in ?raw is the file's text; Vite puts the text into the bundle.
declare module '*?raw' {
  const text: string;
  export default text;
}
