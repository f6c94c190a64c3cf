/** Whether the caller may use a verb on the object that `can` came with; its keys are whole verbs or their last word. */
export const may = (can: Readonly<Record<string, boolean>>, verb: string): boolean => can[verb] ?? can[verb.slice(verb.lastIndexOf('.') + 1)] ?? false
