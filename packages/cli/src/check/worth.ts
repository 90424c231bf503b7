/** A thread takes as long to start as some dozens of models to check. */
export const worthAThread = 48;

/** From so many models on there are two threads. */
export const worthThreads = 2 * worthAThread;
