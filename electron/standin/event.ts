// An event whose usual consequence can be prevented, as Electron hands them out.

export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
