import { directoryOf, type Directory } from '../directory';
import snapshot from './vci.json';

const directory = directoryOf(snapshot.asOf, snapshot.issuers);

/**
 * The VCI directory of trusted issuers as packaged: `vci.json` names its source, day and licence. No errors.
 * Source: VCI directory (CC BY 4.0).
 * @example
 * vciDirectory().asOf // '2026-08-22'
 */
export const vciDirectory = (): Directory => directory;
