/** Why a file was not taken and what to do, as the person who sent it reads it. */
export const uploadWords: Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>> = {
  en: {
    too_large: 'This file is larger than 15 MB. Take a new photo, or send fewer pages.',
    submission_too_large: 'Your files together are larger than 40 MB. Remove one, or send smaller ones.',
    too_many_files: 'You can send 8 files at most. Remove one first.',
    empty: 'This file is empty. Choose another one.',
    heic: 'We cannot open HEIC photos. Use the “Take a photo” button, or save it as JPEG.',
    type_not_taken: 'We can only open JPEG, PNG, WebP and PDF files.',
    name_disagrees: 'The file’s name does not fit what is in it. Use the “Take a photo” button, or save the file again.',
    too_many_tries: 'That was many files in a short time. Wait an hour, then try again, or call us.',
    session_ended: 'Too much time has passed. Send the file again.',
    photo_again: 'Not sent. Take a new photo.',
    stopped: 'Stopped. It was not sent.',
    unavailable: 'Not sent. Check your signal, then send it again.',
  },
  es: {
    too_large: 'Este archivo pesa más de 15 MB. Tome otra foto o envíe menos páginas.',
    submission_too_large: 'Sus archivos juntos pesan más de 40 MB. Quite uno o envíe archivos más pequeños.',
    too_many_files: 'Puede enviar 8 archivos como máximo. Quite uno primero.',
    empty: 'Este archivo está vacío. Elija otro.',
    heic: 'No podemos abrir fotos HEIC. Use el botón “Tomar una foto” o guárdela como JPEG.',
    type_not_taken: 'Solo podemos abrir archivos JPEG, PNG, WebP y PDF.',
    name_disagrees: 'El nombre del archivo no corresponde a su contenido. Use el botón “Tomar una foto” o guarde el archivo otra vez.',
    too_many_tries: 'Fueron muchos archivos en poco tiempo. Espere una hora e intente otra vez, o llámenos.',
    session_ended: 'Pasó demasiado tiempo. Envíe el archivo otra vez.',
    photo_again: 'No se envió. Tome otra foto.',
    stopped: 'Detenido. No se envió.',
    unavailable: 'No se envió. Revise su señal y envíelo otra vez.',
  },
};

/** A code we have no words for still says that nothing was sent. */
export const uploadProblem = (reason: string, language: 'en' | 'es'): string =>
  uploadWords[language][reason] ?? uploadWords[language].unavailable ?? reason;
