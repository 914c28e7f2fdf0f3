// The one error the domain throws on purpose: a code the renderer has words for, and data for those words.

/** Anything that may stand in an error's detail: it crosses to the renderer as it is, so no Error and no function. */
export type ErrorDetail = Record<string, unknown>;

/**
 * A refusal with a reason. `code` is `subject.reason` and has a sentence in both languages (`shared/text/<language>/errors.json`);
 * `detail` fills the gaps in that sentence. Never put names or phone numbers of people into it.
 */
export class AppError extends Error {
  readonly code: string;
  readonly detail: ErrorDetail;

  constructor(code: string, detail: ErrorDetail = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}
