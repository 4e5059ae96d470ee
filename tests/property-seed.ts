// Properties are tried on the same draws in every run, so that a fault is found always or never; the long runs draw others (SEED).
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['SEED'] ?? 1) });
