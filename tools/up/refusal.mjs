/** A reason to stop that the person at the terminal can act on: one line, Chinese then English. */
export class Refusal extends Error {
  constructor(chinese, english) {
    super(`${chinese} / ${english}`.replaceAll(/\s*\n\s*/g, ' '));
    this.name = 'Refusal';
  }
}

/** Thrown inside the start-up when somebody asked to stop meanwhile. */
export class Stopped extends Error {}
