@echo off
rem Runs kegen as cai-dat.cmd installed it, from any folder.
setlocal EnableExtensions DisableDelayedExpansion
set "PYTHONUTF8=1"
set "KEGEN_PYTHON=%LOCALAPPDATA%\kegen\moi-truong\Scripts\python.exe"
if not exist "%KEGEN_PYTHON%" goto not_installed
"%KEGEN_PYTHON%" -m kegen %*
exit /b %ERRORLEVEL%

:not_installed
chcp 65001 >nul
echo Chưa cài kegen trên máy này. Hãy chạy cai-dat.cmd trong thư mục đã giải nén từ kegen-windows.zip.
exit /b 2
