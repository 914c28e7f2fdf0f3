// What only a host can do: dialogs, printing, the folder for the app's own files. Electron offers it, tests and the stand-in too.

export interface FileFilter {
  name: string;
  extensions: string[];
}

export interface Host {
  /** Asks the user for a file to open; null when he changed his mind. */
  chooseToOpen(title: string, filters: FileFilter[]): Promise<string | null>;
  /** Asks the user for one file or several to open; none when he changed his mind. */
  chooseSeveral(title: string, filters: FileFilter[]): Promise<string[]>;
  /** Asks the user where to save; null when he changed his mind. */
  chooseToSave(title: string, suggestedName: string, filters: FileFilter[]): Promise<string | null>;
  /** A4 PDF of a complete HTML page, which brings its own page size, head and foot (`@page`). */
  pdfOf(html: string, options: { landscape: boolean }): Promise<Uint8Array>;
  /** Sends a page to the system's print dialog; false when nothing was printed. */
  print(html: string): Promise<boolean>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): void;
  /** The folder of the app's own small files (settings, the sample). */
  userFolder: string;
  /** The user's documents folder, where new workspaces are proposed. */
  documentsFolder: string;
  version: string;
  /** 'electron' or 'stand-in'. */
  shell: string;
}
