export { composeCore, type Core, type CorePorts as CoreGround } from '../../src/core/composeCore';
