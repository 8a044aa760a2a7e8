/** The words of the box that takes files. */
import type { FileDropWords } from '../forms/file-drop';
import type { Language } from '../shell/preferences';

export const dropWords: Readonly<Record<Language, Omit<FileDropWords, 'failed'>>> = {
  en: {
    drop: 'Take a photo, or choose a file',
    choose: 'Choose a file',
    camera: 'Take a photo',
    stop: 'Stop',
    retry: 'Send again',
    remove: 'Remove from this list',
    sent: 'Sent',
    of: (sent, all) => `${sent} of ${all}`,
  },
  es: {
    drop: 'Tome una foto o elija un archivo',
    choose: 'Elegir un archivo',
    camera: 'Tomar una foto',
    stop: 'Detener',
    retry: 'Enviar otra vez',
    remove: 'Quitar de esta lista',
    sent: 'Enviado',
    of: (sent, all) => `${sent} de ${all}`,
  },
};
