/** A number of now; undefined while it is not known. */
type Reading = number | (() => number | undefined);

interface Known {
  help: string;
  read: () => number | undefined;
}

/** Numbers that any part of the process may put out, without knowing who collects them. */
export class Gauges {
  private readonly known = new Map<string, Known>();

  /**
   * @param name as Prometheus writes it, with its unit at the end
   * @param reading the number, or how to find it whenever somebody looks
   */
  set(name: string, help: string, reading: Reading): void {
    this.known.set(name, { help, read: typeof reading === 'number' ? () => reading : reading });
  }

  /** The same for something whose age is of interest: it grows from `since` on. */
  setAge(name: string, help: string, since: Date): void {
    this.set(name, help, () => (Date.now() - since.getTime()) / 1000);
  }

  forget(name: string): void {
    this.known.delete(name);
  }

  all(): { name: string; help: string; value: number | undefined }[] {
    return [...this.known].map(([name, { help, read }]) => ({ name, help, value: read() }));
  }
}

/** Those of this process. */
export const gauges = new Gauges();
