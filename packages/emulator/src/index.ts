export { createEmulator } from './createEmulator.ts';
export type { Api, Application } from './applications.ts';
export type { Clock } from './clock.ts';
export type { Emulator, EmulatorOptions } from './createEmulator.ts';
export type { FaultRule } from './faults.ts';
export type { Connection } from './identifier.ts';
export type { Message, Outbox } from './outbox.ts';
export type { LoggedRequest } from './requestLog.ts';
export type { TenantOptions } from './tenant.ts';
