-- Drives the server through Neovim's own client, and prints one line for each thing that was tried: `ok <what>` or `failed <what>: <why>`.
-- Started with the settings of docs/editors.md, in a folder with main.iacs and parts/control room.iacs.
local wait = 20000

local function tried(what, run)
  local fine, why = pcall(run)
  print((fine and 'ok ' .. what or 'failed ' .. what .. ': ' .. tostring(why):gsub('\n', ' ')) .. '\n')
end

local function until_true(what, holds)
  assert(vim.wait(wait, holds, 50), 'waited in vain: ' .. what)
end

local function codes(buffer)
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer or 0)) do found[each.code or ''] = each end
  return found
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n')
end

--- Puts the cursor where a piece of text begins, and `more` characters further.
local function go(piece, more)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  local line, column = unpack(vim.fn.searchpos('\\V' .. piece, 'cnW'))
  assert(line > 0, 'no ' .. piece)
  vim.api.nvim_win_set_cursor(0, { line, column - 1 + (more or 0) })
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params or vim.lsp.util.make_position_params(), wait)
  for _, answer in pairs(answers or {}) do
    assert(not answer.error, answer.error and answer.error.message)
    return answer.result
  end
  error('no answer to ' .. method)
end

local function labels(list)
  local found = {}
  for _, item in ipairs(list.items or list) do found[item.label] = item end
  return found
end

vim.cmd('edit main.iacs')
local main = vim.api.nvim_get_current_buf()

tried('shows what is wrong', function()
  until_true('flow-without-conduit', function() return codes()['flow-without-conduit'] ~= nil end)
  local finding = codes()['flow-without-conduit']
  assert(vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1]:match('^flow '), 'not at the flow')
end)

tried('hovers', function()
  go('Dmz')
  assert(ask('textDocument/hover').contents.value:match('SL%-T'), 'no levels')
end)

tried('completes in insert mode', function()
  go('asset Mirror')
  vim.cmd('normal! o  asset Jump : jump-h')
  vim.cmd('startinsert!')
  local column = #vim.api.nvim_get_current_line()
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), column - 1 })
  local params = vim.lsp.util.make_position_params()
  params.position.character = column
  assert(labels(ask('textDocument/completion', params))['jump-host'], 'no jump-host')
  vim.cmd('stopinsert')
  vim.cmd('normal! A' .. 'ost')
  assert(text():match('asset Jump : jump%-host'), text())
end)

tried('goes to a definition in another file', function()
  go('Control.Plc1', 9)
  vim.lsp.buf.definition()
  until_true('the other file', function() return vim.api.nvim_buf_get_name(0):match('control room%.iacs$') end)
  assert(vim.api.nvim_get_current_line():match('asset Plc1'), vim.api.nvim_get_current_line())
end)

tried('opens the built-in library, read-only', function()
  vim.api.nvim_set_current_buf(main)
  go('opc-ua', 2)
  vim.lsp.buf.definition()
  until_true('the library', function() return vim.api.nvim_buf_get_name(0):match('iacs%-library:/protocols%.iacs$') end)
  until_true('the place', function() return vim.api.nvim_get_current_line():match('^protocol opc%-ua') end)
  assert(not vim.bo.modifiable, 'it can be changed')
end)

tried('applies a quick fix', function()
  vim.api.nvim_set_current_buf(main)
  until_true('findings', function() return codes()['flow-without-conduit'] ~= nil end)
  go('flow Control.Plc1', 6)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
  local chosen = nil
  for _, action in ipairs(ask('textDocument/codeAction', params)) do
    if not chosen and action.edit and action.title:lower():match('conduit') and not action.title:match('^Accept') then chosen = action end
  end
  assert(chosen, 'no fix makes a conduit')
  vim.lsp.util.apply_workspace_edit(chosen.edit, 'utf-16')
  assert(text():match('\nconduit '), text())
  until_true('the finding goes', function() return codes()['flow-without-conduit'] == nil end)
end)

tried('is undone in one step', function()
  vim.cmd('silent undo')
  assert(not text():match('\nconduit '), text())
  until_true('the finding is back', function() return codes()['flow-without-conduit'] ~= nil end)
end)

tried('renames across files', function()
  go('Control.Plc1', 9)
  vim.lsp.buf.rename('Filler')
  until_true('the mention', function() return text():match('Control%.Filler') end)
  local other = vim.fn.bufnr('control room.iacs')
  until_true('the declaration', function() return text(other):match('asset Filler : plc') end)
end)

tried('formats', function()
  go('kind dmz')
  vim.cmd('normal! I      ')
  vim.lsp.buf.formatting_sync(nil, wait)
  assert(text():match('\n  kind dmz\n'), text())
end)

tried('has an outline, references and workspace symbols', function()
  assert(#ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }) >= 3, 'outline')
  go('Dmz')
  local params = vim.lsp.util.make_position_params()
  params.context = { includeDeclaration = true }
  assert(#ask('textDocument/references', params) == 2, 'references')
  until_true('symbols', function() return #ask('workspace/symbol', { query = 'Filler' }) == 1 end)
end)

tried('stays useful in half-written text', function()
  vim.cmd('normal! Go' .. 'zone Half {')
  until_true('a mistake', function() return codes()['syntax'] ~= nil end)
  assert(codes()['flow-without-conduit'], 'the other findings stay')
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})
  until_true('no mistake', function() return codes()['syntax'] == nil end)
end)

tried('notices a change on disk', function()
  vim.cmd('silent wall')
  vim.fn.writefile({ 'zone Extra { kind control }' }, 'extra.iacs')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'import "extra.iacs"' })
  until_true('the finding at the extra zone', function()
    return #ask('workspace/symbol', { query = 'Extra' }) == 1
  end)
  vim.fn.delete('extra.iacs')
  until_true('the import is gone', function() return codes()['unresolved'] ~= nil end)
end)

tried('ends with the editor', function()
  local clients = vim.lsp.get_active_clients()
  assert(#clients == 1, #clients .. ' servers')
  vim.lsp.stop_client(clients)
  until_true('the server ends', function() return #vim.lsp.get_active_clients() == 0 end)
end)

vim.cmd('qall!')
