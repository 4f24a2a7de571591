/** The process that reads documents: started by the pool, never by a person. */
import { readDocument } from '../pipeline.js'
import { ignoreStrays } from '../read/pdf/strays.js'
import { serve } from './serve.js'
import { work } from './work.js'

// Some of what pdf.js lets go fails only after its document is done.
ignoreStrays()
serve((task) => work(task, readDocument))
