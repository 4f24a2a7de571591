/** A worker that cannot start. */
import './missing.mjs'
