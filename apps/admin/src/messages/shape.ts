/** The same keys, any text: a missing or surplus key in the other language does not compile. */
export type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> };
