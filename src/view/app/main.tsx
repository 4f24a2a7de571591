/** Which page this is, by its address: the list of documents, or one of them. */
import { render } from 'preact'
import './style/base.css'
import './style/list.css'
import './style/document.css'
import './style/page.css'
import './style/correct.css'
import './style/help.css'
import { fileHere } from './address.js'
import { ListPage } from './list/list-page.js'
import { Settings } from './ui/settings.js'

const app = document.getElementById('app')
const file = fileHere()

if (app) {
  if (file === '') render(<Settings>{() => <ListPage />}</Settings>, app)
  else {
    const { DocumentPage } = await import('./document/document-page.js')
    render(<Settings>{() => <DocumentPage file={file} />}</Settings>, app)
  }
}
