@echo off
rem Installs kegen for this user, from the files beside: no network, no administrator.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title kegen
pushd "%~dp0"
if errorlevel 1 goto no_folder
if not exist "wheels\kegen-*.whl" goto not_unpacked
set "HOME_OF_KEGEN=%LOCALAPPDATA%\kegen\moi-truong"
set "OWN_PYTHON=%LOCALAPPDATA%\Programs\Python\Python312\python.exe"
call :find_python
if defined PY goto install
for %%F in (python-3.12*-amd64.exe) do call :install_python "%%F"
call :find_python
if not defined PY goto no_python

:install
echo Đang cài kegen vào "%HOME_OF_KEGEN%" ...
%PY% -m venv --clear "%HOME_OF_KEGEN%"
if errorlevel 1 goto failed
"%HOME_OF_KEGEN%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels "kegen[sheets,calendar,pdf,page]"
if errorlevel 1 goto failed
if not exist "%LOCALAPPDATA%\Microsoft\WindowsApps\" mkdir "%LOCALAPPDATA%\Microsoft\WindowsApps"
copy /y kegen.cmd "%LOCALAPPDATA%\Microsoft\WindowsApps\kegen.cmd" >nul
if errorlevel 1 goto failed
"%HOME_OF_KEGEN%\Scripts\python.exe" -m kegen doctor
echo.
echo Đã cài xong. Bấm đúp mo-kegen.cmd để mở trang kegen, hoặc mở cửa sổ lệnh mới rồi gõ: kegen
popd
pause
exit /b 0

:find_python
set "PY="
if exist "%OWN_PYTHON%" set PY="%OWN_PYTHON%"
if defined PY exit /b 0
py -3.12 -c "import sys; sys.exit(sys.maxsize < 2**32)" >nul 2>nul
if not errorlevel 1 set "PY=py -3.12"
if defined PY exit /b 0
python -c "import sys; sys.exit(sys.version_info[:2] != (3, 12) or sys.maxsize < 2**32)" >nul 2>nul
if not errorlevel 1 set "PY=python"
exit /b 0

:install_python
echo Đang cài Python từ %1 cho riêng người dùng này ...
%1 /passive InstallAllUsers=0 InstallLauncherAllUsers=0 PrependPath=1 Include_test=0
exit /b 0

:no_python
echo Máy chưa có Python 3.12 (bản 64 bit). Hãy tải tệp @INSTALLER@ tại
echo @ADDRESS@
echo để vào thư mục này, rồi chạy lại cai-dat.cmd.
goto stopped

:not_unpacked
echo Không thấy thư mục wheels. Hãy giải nén cả tệp kegen-windows.zip (bấm chuột phải, chọn Extract All),
echo rồi chạy cai-dat.cmd trong thư mục đã giải nén.
goto stopped

:no_folder
echo Không mở được thư mục chứa tệp này. Hãy chép cả thư mục vào Documents rồi chạy lại.
pause
exit /b 1

:failed
echo Chưa cài được. Hãy đóng các cửa sổ đang chạy kegen rồi chạy lại; nếu vẫn lỗi, gửi ảnh cửa sổ này
echo cho người hỗ trợ.

:stopped
popd
pause
exit /b 1
