/** One line of progress, Chinese then English. */
export const say = (chinese, english) => console.log(`${chinese} / ${english}`);
