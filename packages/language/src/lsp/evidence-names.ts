/** What people keep as evidence, by the endings of its names. */
const documentName = /\.(md|txt|pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|html?|png|jpe?g|svg|eml|msg|zip|log)$/iu;

/** So many documents of a folder are known at most. */
export const mostDocuments = 5000;

/** True for the name, path or URI of a file that may be evidence. */
export const isDocument = (name: string): boolean => documentName.test(name);
